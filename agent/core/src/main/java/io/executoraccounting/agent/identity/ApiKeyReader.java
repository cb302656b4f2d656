/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.HeaderSource;
import org.jspecify.annotations.Nullable;

/** Keys in headers of their own: their kind and a fingerprint, no part of them. */
final class ApiKeyReader {
  private static final String[] HEADERS = {
    "X-Api-Key", "api-key", "x-goog-api-key", "X-Vault-Token", "PRIVATE-TOKEN"
  };
  private static final @Nullable String[] PRODUCTS = {null, null, "google", "vault", "gitlab"};

  private final Fingerprinter fingerprinter;
  private final CredentialCache cache = new CredentialCache(256);

  ApiKeyReader(Fingerprinter fingerprinter) {
    this.fingerprinter = fingerprinter;
  }

  @Nullable CredentialUse read(HeaderSource headers) {
    for (int i = 0; i < HEADERS.length; i++) {
      String secret = headers.get(HEADERS[i]);
      if (secret != null && !secret.isEmpty()) {
        return read(secret.trim(), i);
      }
    }
    return null;
  }

  private CredentialUse read(String secret, int header) {
    String product = PRODUCTS[header];
    if (secret.length() > BearerToken.MAX_LENGTH) {
      return describe(product).gap(Gap.BUDGET_EXCEEDED).build();
    }
    SipHash.Digest key = cache.key(header, secret);
    CredentialUse known = cache.get(key);
    if (known == null) {
      known =
          describe(product).fingerprint(fingerprinter.of(CredentialKind.API_KEY, secret)).build();
      cache.put(key, known);
    }
    return known;
  }

  private static CredentialUse.Builder describe(@Nullable String product) {
    return CredentialUse.builder(CredentialKind.API_KEY)
        .principal(null, IdentityType.API_KEY)
        .provider(product)
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE);
  }
}
