/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.GrantType;
import org.jspecify.annotations.Nullable;

/**
 * The token that Google's or Azure's platform gives to what runs on it: {@code
 * /computeMetadata/v1/instance/service-accounts/{account}/token}, {@code
 * /metadata/identity/oauth2/token}, {@code /msi/token} of the App Service.
 */
final class MetadataToken extends ServiceGrant {
  private static final String GOOGLE = "/computeMetadata/v1/instance/service-accounts/";
  private static final String TOKEN = "/token";

  private final @Nullable String account;

  private MetadataToken(@Nullable String account, CredentialReader credentials) {
    super(
        GrantType.WORKLOAD,
        null,
        new ListedFields(credentials, ""),
        new ListedFields(credentials, "access_token", "expires_in"),
        CredentialUse.NONE);
    this.account = account;
  }

  /** Null for any other path. */
  static @Nullable MetadataToken at(String path, CredentialReader credentials) {
    if (path.equals("/metadata/identity/oauth2/token") || path.equals("/msi/token")) {
      return new MetadataToken(null, credentials);
    }
    int end = path.length() - TOKEN.length();
    if (!path.startsWith(GOOGLE) || !path.endsWith(TOKEN) || end <= GOOGLE.length()) {
      return null;
    }
    String name = tellable(path.substring(GOOGLE.length(), end));
    // The account that is called default has an address as well, which is not told here.
    boolean address = name != null && name.indexOf('@') > 0;
    return new MetadataToken(address ? "gcp:" + name : null, credentials);
  }

  @Override
  void describe(IssuedToken issued, ListedFields request, ListedFields response, long nowSeconds) {
    issued.of(account, IdentityType.SERVICE_ACCOUNT);
    String life = response.value("expires_in");
    long seconds = life == null ? 0 : EpochTime.seconds(life);
    issued.expiresAt(seconds == 0 ? 0 : nowSeconds + seconds);
  }
}
