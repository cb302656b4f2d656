/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.PrincipalIds;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.jspecify.annotations.Nullable;

/**
 * An assertion as an authorization grant, RFC 7523 s2.1. Google's service accounts sign their own:
 * for themselves, or for a user in their domain, whom they then impersonate.
 */
final class JwtAssertion {
  private final CredentialUse use;

  JwtAssertion(CredentialUse use) {
    this.use = use;
  }

  /** Whose right it is about. */
  CredentialUse subject() {
    CredentialUse signer = signer();
    return signer != null && use.principal() == null ? signer : use;
  }

  /** Who signed it for somebody else; null where that is not known to be the case. */
  @Nullable CredentialUse actor() {
    CredentialUse signer = signer();
    boolean forAnother =
        signer != null && use.principal() != null && !use.principal().equals(signer.principal());
    return forAnother ? signer : null;
  }

  private @Nullable CredentialUse signer() {
    String issuer = use.issuer();
    return issuer != null && PrincipalIds.isGoogleServiceAccount(issuer)
        ? use.toBuilder()
            .principal(PrincipalIds.oauth(null, issuer), IdentityType.SERVICE_ACCOUNT)
            .withoutGap(Gap.PRINCIPAL_UNKNOWN)
            .build()
        : null;
  }
}
