/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.OutboundCall;
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
              Gap.TOKEN_MALFORMED, Gap.BUDGET_EXCEEDED, Gap.CHAIN_TRUNCATED, Gap.VALUE_TRUNCATED));

  private GapRule() {}

  static Set<Gap> of(
      OutboundCall call,
      ThreadFacts thread,
      CredentialUse presented,
      @Nullable InboundEvidence inbound,
      Relation relation) {
    EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
    gaps.addAll(call.gaps());
    gaps.addAll(presented.gaps());
    if (thread.stale()) {
      gaps.add(Gap.CONTEXT_STALE);
    }
    if (thread.lost()) {
      gaps.add(Gap.CONTEXT_LOST);
    }
    if (relation == Relation.IMPERSONATED) {
      gaps.add(Gap.NO_ACTOR);
    }
    if (inbound != null) {
      for (Gap gap : inbound.call.credential().gaps()) {
        if (OF_INBOUND.contains(gap)) {
          gaps.add(gap);
        }
      }
      if (inbound.isUnknown()) {
        gaps.add(Gap.PRINCIPAL_UNKNOWN);
      }
      if (inbound.conflict) {
        gaps.add(Gap.PRINCIPAL_CONFLICT);
      }
    }
    return Collections.unmodifiableSet(gaps);
  }
}
