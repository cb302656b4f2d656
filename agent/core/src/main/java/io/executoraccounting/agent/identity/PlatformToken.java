/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/** Tokens that platforms issue to what runs on them, which name it better than a client id does. */
final class PlatformToken {
  private static final String GOOGLE = "https://accounts.google.com";

  private PlatformToken() {}

  /** Adds what such a token says beyond the usual claims; nothing for any other token. */
  static void refine(TokenClaims claims, CredentialUse.Builder use) {
    if (CiToken.refine(claims, use)) {
      return;
    }
    String account = serviceAccount(claims);
    if (account != null && account.length() <= ClaimText.MAX_LENGTH) {
      use.principal(account, IdentityType.SERVICE_ACCOUNT).sessionId(claims.kubernetesPodUid);
      return;
    }
    if (claims.serviceAccountMail != null && GOOGLE.equals(claims.issuer)) {
      use.principal(
          PrincipalIds.oauth(null, claims.serviceAccountMail), IdentityType.SERVICE_ACCOUNT);
      return;
    }
    EntraToken.refine(claims, use);
  }

  private static @Nullable String serviceAccount(TokenClaims claims) {
    if (claims.kubernetesNamespace != null && claims.kubernetesServiceAccount != null) {
      return PrincipalIds.kubernetes(claims.kubernetesNamespace, claims.kubernetesServiceAccount);
    }
    return PrincipalIds.kubernetesSubject(claims.subject);
  }
}
