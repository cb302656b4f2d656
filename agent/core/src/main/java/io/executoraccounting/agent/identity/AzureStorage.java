/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.jspecify.annotations.Nullable;

/** Accounts of Azure Storage and the keys that belong to them. */
final class AzureStorage {
  private static final String[] DOMAINS = {
    ".core.windows.net", ".storage.azure.net", ".core.usgovcloudapi.net", ".core.chinacloudapi.cn"
  };

  private AzureStorage() {}

  /**
   * {@code SharedKey <account>:<signature>}: a request signed with the account's own key, which
   * stands for no identity of Entra and allows everything. It is an API key that never travels; its
   * signatures differ from request to request and have no fingerprint.
   */
  static CredentialUse sharedKey(String parameters) {
    CredentialUse.Builder use =
        CredentialUse.builder(CredentialKind.API_KEY)
            .issuer("azure")
            .provider("azure_storage")
            .gap(Gap.SCOPES_OPAQUE);
    int colon = parameters.indexOf(':');
    String account = colon < 0 ? null : accountName(parameters.substring(0, colon));
    if (account == null) {
      return use.principal(null, IdentityType.API_KEY)
          .gap(Gap.TOKEN_MALFORMED)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .build();
    }
    return use.principal(PrincipalIds.storageAccount(account), IdentityType.API_KEY).build();
  }

  /** The account whose endpoint that is; null for another host, a domain of its own among them. */
  static @Nullable String account(@Nullable String host) {
    if (host == null) {
      return null;
    }
    for (String domain : DOMAINS) {
      if (host.endsWith(domain)) {
        String label = host.substring(0, host.indexOf('.'));
        return accountName(label.replace("-secondary", ""));
      }
    }
    return null;
  }

  /** 3 to 24 lower case letters and digits; null for anything else. */
  private static @Nullable String accountName(String text) {
    return text.length() >= 3
            && text.length() <= 24
            && text.indexOf('-') < 0
            && CredentialScope.isLabel(text)
        ? text
        : null;
  }
}
