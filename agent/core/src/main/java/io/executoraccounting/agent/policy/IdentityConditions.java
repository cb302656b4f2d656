/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.Gap;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where executor, authority and initiator do not go together, or are not known. */
final class IdentityConditions {
  /** Each of them says that somebody else may have been at work. */
  private static final Set<Gap> DOUBTS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Gap.CONTEXT_LOST,
              Gap.CONTEXT_STALE,
              Gap.PRINCIPAL_UNKNOWN,
              Gap.PRINCIPAL_CONFLICT,
              Gap.SIGNATURE_INVALID));

  private IdentityConditions() {}

  static boolean isUnattributed(AccountingRecord record) {
    return record.executor().type() == IdentityType.UNKNOWN
        || record.authority().id().equals("unknown")
        || !Collections.disjoint(record.gaps(), DOUBTS);
  }

  /** The token is used as if its owner were at work; a token that names its actor is not. */
  static boolean isHumanTokenInWorkload(AccountingRecord record) {
    return presents(record)
        && record.authority().type() == IdentityType.HUMAN
        && record.executor().type() != IdentityType.HUMAN
        && record.relation() != Relation.DELEGATED;
  }

  /** What a person did, or had done, under a right that is not that person's. */
  static boolean isWorkloadTokenForHuman(AccountingRecord record) {
    Actor initiator = record.initiator();
    boolean unproven =
        initiator != null
            && initiator.type() == IdentityType.HUMAN
            && record.relation() == Relation.ON_BEHALF_UNPROVEN;
    return presents(record)
        && isOfProgram(record.authority().type())
        && (unproven || record.executor().type() == IdentityType.HUMAN);
  }

  private static boolean presents(AccountingRecord record) {
    return record.authority().credential().kind() != CredentialKind.NONE;
  }

  private static boolean isOfProgram(IdentityType type) {
    return type != IdentityType.HUMAN
        && type != IdentityType.ANONYMOUS
        && type != IdentityType.UNKNOWN;
  }
}
