/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of Cloud Storage, V4 and V2: by a service account's key, or by an HMAC key whose id is
 * public. They are Google's credentials for Google's own API, and so of kind {@code gcp_token}.
 */
final class GoogleSignature {
  private GoogleSignature() {}

  static CredentialUse fromHeader(String parameters) {
    return describe(CredentialScope.ofParameters(parameters)).build();
  }

  static CredentialUse fromQuery(String query, String scope) {
    long signed = Timestamp.seconds(QueryParameter.text(query, "X-Goog-Date"));
    long lasts = Timestamp.whole(QueryParameter.text(query, "X-Goog-Expires"));
    return describe(CredentialScope.of(scope))
        .expiresAt(signed > 0 && lasts > 0 ? signed + lasts : 0)
        .build();
  }

  /** V2, whose holder stands alone. */
  static CredentialUse fromLegacyQuery(String query, String holder) {
    return describe(CredentialScope.of(holder))
        .expiresAt(Timestamp.whole(QueryParameter.text(query, "Expires")))
        .build();
  }

  private static CredentialUse.Builder describe(@Nullable CredentialScope scope) {
    CredentialUse.Builder use =
        CredentialUse.builder(CredentialKind.GCP_TOKEN).issuer("gcp").gap(Gap.SCOPES_OPAQUE);
    String holder = scope == null ? "" : scope.holder();
    String account =
        PrincipalIds.isGoogleServiceAccount(holder) && ClaimText.printable(holder)
            ? PrincipalIds.oauth(null, holder)
            : null;
    if (account != null) {
      use.principal(account, IdentityType.SERVICE_ACCOUNT);
    } else {
      use.gap(Gap.PRINCIPAL_UNKNOWN);
      if (isKeyId(holder)) {
        use.publicId(holder);
      } else {
        use.gap(Gap.TOKEN_MALFORMED);
      }
    }
    String service = scope == null ? null : scope.service();
    if (scope != null && service != null) {
      String region = scope.region();
      use.audience(
          Collections.singletonList("gcp:" + service + ":" + (region == null ? "*" : region)));
    }
    return use;
  }

  private static boolean isKeyId(String text) {
    return text.startsWith("GOOG") && text.length() <= 64 && AwsKeyId.isUpperAlphanumeric(text);
  }
}
