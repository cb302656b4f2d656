/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ResponseScopes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What could not be learned, by name. */
final class GapRule {
  /** What an inbound credential hides of itself concerns the record; its scopes do not. */
  private static final Set<Gap> OF_INBOUND =
      Collections.unmodifiableSet(
          EnumSet.of(
              Gap.TOKEN_MALFORMED,
              Gap.SIGNATURE_INVALID,
              Gap.BUDGET_EXCEEDED,
              Gap.CHAIN_TRUNCATED,
              Gap.VALUE_TRUNCATED));

  private GapRule() {}

  static Set<Gap> of(CallEvidence evidence, Relation relation) {
    EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
    gaps.addAll(evidence.call.gaps());
    gaps.addAll(evidence.lineage.credential.gaps());
    if (evidence.lineage.cut) {
      gaps.add(Gap.CHAIN_TRUNCATED);
    }
    AssumedIdentity assumed = evidence.assumed();
    if (assumed != null && assumed.id().equals(AuthorityHolder.UNKNOWN)) {
      gaps.add(Gap.PRINCIPAL_UNKNOWN);
    }
    if (evidence.thread.stale()) {
      gaps.add(Gap.CONTEXT_STALE);
    }
    if (evidence.thread.lost()) {
      gaps.add(Gap.CONTEXT_LOST);
    }
    if (relation == Relation.IMPERSONATED) {
      gaps.add(Gap.NO_ACTOR);
    }
    if (evidence.isOfAnotherPerson()) {
      gaps.add(Gap.PRINCIPAL_CONFLICT);
    }
    ResponseScopes said = evidence.outcome.scopes();
    if (said != null && said.insufficient()) {
      gaps.add(Gap.SCOPES_INSUFFICIENT);
    }
    gaps.addAll(of(evidence.inbound));
    return Collections.unmodifiableSet(gaps);
  }

  /** What could not be learned about who set the work going. */
  static Set<Gap> of(@Nullable InboundEvidence inbound) {
    EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (inbound != null) {
      gaps.addAll(inbound.call.credential().gaps());
      gaps.retainAll(OF_INBOUND);
      if (inbound.isUnknown()) {
        gaps.add(Gap.PRINCIPAL_UNKNOWN);
      }
      if (inbound.conflict) {
        gaps.add(Gap.PRINCIPAL_CONFLICT);
      }
    }
    return gaps;
  }
}
