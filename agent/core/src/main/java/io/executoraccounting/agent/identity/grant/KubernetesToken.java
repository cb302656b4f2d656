/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.PrincipalIds;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.GrantType;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' TokenRequest, authentication.k8s.io/v1: {@code
 * /api/v1/namespaces/{namespace}/serviceaccounts/{name}/token}.
 */
final class KubernetesToken extends ServiceGrant {
  private static final String START = "/api/v1/namespaces/";
  private static final String ACCOUNTS = "/serviceaccounts/";
  private static final String END = "/token";

  private final String account;

  private KubernetesToken(String account, CredentialReader credentials, CredentialUse presented) {
    super(
        GrantType.SERVICE_ACCOUNT_IMPERSONATION,
        "TokenRequest",
        new ListedFields(credentials, ""),
        new ListedFields(credentials, "status.token", "status.expirationTimestamp"),
        presented);
    this.account = account;
  }

  static boolean isAt(String path) {
    return path.startsWith(START) && path.endsWith(END);
  }

  /** Null where the path only starts and ends like one. */
  static @Nullable KubernetesToken at(
      String path, CredentialReader credentials, CredentialUse presented) {
    int accounts = path.indexOf(ACCOUNTS, START.length());
    int end = path.length() - END.length();
    if (accounts < 0 || accounts + ACCOUNTS.length() > end) {
      return null;
    }
    String namespace = tellable(path.substring(START.length(), accounts));
    String name = tellable(path.substring(accounts + ACCOUNTS.length(), end));
    return namespace == null || name == null
        ? null
        : new KubernetesToken(PrincipalIds.kubernetes(namespace, name), credentials, presented);
  }

  @Override
  void describe(IssuedToken issued, ListedFields request, ListedFields response, long nowSeconds) {
    issued.of(account, IdentityType.SERVICE_ACCOUNT);
    String end = response.value("status.expirationTimestamp");
    issued.expiresAt(end == null ? 0 : EpochTime.seconds(end));
  }
}
