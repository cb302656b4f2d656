/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction token adds where it stands beside another credential. Such a token is no means
 * of authentication (draft-ietf-oauth-transaction-tokens, Security Considerations): the other
 * credential is the right with which the request is made, and the authority. Whose transaction it
 * is and who has acted in it the transaction token knows best; its initiator and actors count
 * unless the authority's own token names them, which its issuer vouches for.
 */
final class TransactionContext {
  private TransactionContext() {}

  static CredentialUse joined(CredentialUse authority, CredentialUse transaction) {
    CredentialUse.Builder use = authority.toBuilder();
    Actor origin = authority.initiator() == null ? originOf(transaction) : null;
    boolean acted = authority.actors().isEmpty() && !transaction.actors().isEmpty();
    if (origin != null) {
      use.initiator(origin);
    }
    if (acted) {
      use.actors(transaction.actors());
    }
    boolean adds = origin != null || acted;
    // What it states of others is no better known than itself.
    if (adds && transaction.verification().compareTo(authority.verification()) > 0) {
      use.verification(transaction.verification());
    }
    transaction.gaps().stream().filter(TransactionContext::concernsActors).forEach(use::gap);
    return use.build();
  }

  private static boolean concernsActors(Gap gap) {
    return gap == Gap.CHAIN_TRUNCATED
        || gap == Gap.TOKEN_MALFORMED
        || gap == Gap.BUDGET_EXCEEDED
        || gap == Gap.SIGNATURE_INVALID;
  }

  private static @Nullable Actor originOf(CredentialUse transaction) {
    String subject = transaction.principal();
    if (subject == null || transaction.initiator() != null || !transaction.actors().isEmpty()) {
      return transaction.initiator();
    }
    return new Actor(subject, transaction.principalType(), transaction.issuer());
  }
}
