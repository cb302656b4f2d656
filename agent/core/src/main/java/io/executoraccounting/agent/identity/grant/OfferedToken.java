/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;

/**
 * A token in a body. How it is presented where it is used, and so the kind of its fingerprint, may
 * be said before or after it, so that it is read in each of the ways while its text is there.
 */
final class OfferedToken {
  private final CredentialUse bearer;
  private final CredentialUse bound;
  private final CredentialUse transaction;

  OfferedToken(CredentialReader credentials, String token) {
    bearer = credentials.fromToken(token, CredentialKind.JWT);
    boolean opaque = bearer.kind() != CredentialKind.JWT;
    bound = opaque ? bearer : credentials.fromToken(token, CredentialKind.DPOP_JWT);
    transaction = opaque ? bearer : credentials.fromToken(token, CredentialKind.TXN_TOKEN);
  }

  /** As it is presented with the scheme that it itself implies: RFC 9449 s6.1, {@code cnf.jkt}. */
  CredentialUse asItSays() {
    return bearer.binding() == Binding.DPOP ? bound : bearer;
  }

  /**
   * As the response says that it is presented.
   *
   * @param tokenType {@code token_type}, empty if it does not say
   * @param issuedType {@code issued_token_type}, empty if it does not say
   */
  CredentialUse asIssued(String tokenType, String issuedType) {
    if (issuedType.equals("urn:ietf:params:oauth:token-type:txn_token")) {
      return transaction;
    }
    if (tokenType.equalsIgnoreCase("DPoP")) {
      return bound.toBuilder().binding(Binding.DPOP).build();
    }
    return asItSays();
  }
}
