/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.HeaderSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its address alone a call by which a service gives out credentials. Nearly every path
 * costs a look at how it begins or ends.
 */
final class ServiceAddress {
  private ServiceAddress() {}

  /** Null for any other call; nothing is read of it then. */
  static @Nullable GrantProtocol posted(
      @Nullable String host, String path, CredentialReader credentials, HeaderSource headers) {
    if (GoogleImpersonation.isAt(path)) {
      return GoogleImpersonation.at(path, credentials, credentials.fromHeaders(headers));
    }
    if (GitHubInstallation.isAt(path)) {
      return GitHubInstallation.at(host, path, credentials, credentials.fromHeaders(headers));
    }
    if (KubernetesToken.isAt(path)) {
      return KubernetesToken.at(path, credentials, credentials.fromHeaders(headers));
    }
    return VaultLogin.isAt(path)
        ? VaultLogin.at(host, credentials, credentials.fromHeaders(headers))
        : null;
  }

  /** Null for any other call. */
  static @Nullable GrantProtocol gotten(
      @Nullable String host, String path, CredentialReader credentials) {
    GrantProtocol token = MetadataToken.at(path, credentials);
    return token == null ? MetadataKeys.at(host, path, credentials) : token;
  }
}
