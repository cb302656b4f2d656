/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/** How the authority in use relates to the initiator. */
final class RelationRule {
  private RelationRule() {}

  /**
   * @param lent the credential that the authority rests on: what the call presents, else what the
   *     thread inherited; of kind {@code NONE} for the process's own authority
   * @param presented whether the call itself presents it
   */
  static Relation of(
      @Nullable Actor initiator, ExecutorIdentity executor, CredentialUse lent, boolean presented) {
    if (initiator == null || initiator.type() == IdentityType.SCHEDULER) {
      return Relation.AUTONOMOUS;
    }
    if (lent.kind() == CredentialKind.NONE || !names(lent, initiator)) {
      return Relation.ON_BEHALF_UNPROVEN;
    }
    if (!lent.actors().isEmpty() || lent.initiator() != null) {
      return Relation.DELEGATED;
    }
    if (executor.id().equals(initiator.id())) {
      return Relation.SELF;
    }
    return presented ? Relation.IMPERSONATED : Relation.ON_BEHALF_UNPROVEN;
  }

  /** Whether the credential is about that initiator. */
  private static boolean names(CredentialUse use, Actor initiator) {
    Actor origin = use.initiator();
    String subject = origin == null ? use.principal() : origin.id();
    return initiator.id().equals(subject);
  }
}
