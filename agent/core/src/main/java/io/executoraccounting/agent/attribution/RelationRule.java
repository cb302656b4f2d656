/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialKind;

/** How the authority in use relates to the initiator. */
final class RelationRule {
  private RelationRule() {}

  static Relation of(CallEvidence evidence, ExecutorIdentity executor) {
    Actor initiator = evidence.initiator();
    if (initiator == null || initiator.type() == IdentityType.SCHEDULER) {
      return Relation.AUTONOMOUS;
    }
    AssumedIdentity assumed = evidence.assumed();
    if (assumed != null && assumed.id().equals(initiator.id())) {
      return Relation.IMPERSONATED;
    }
    Lineage lent = evidence.lent();
    if (lent.credential.kind() == CredentialKind.NONE
        || !(evidence.derivesFromInbound() || lent.names(initiator))) {
      return Relation.ON_BEHALF_UNPROVEN;
    }
    if (lent.delegates()) {
      return Relation.DELEGATED;
    }
    if (executor.id().equals(initiator.id())) {
      return Relation.SELF;
    }
    return evidence.presents() ? Relation.IMPERSONATED : Relation.ON_BEHALF_UNPROVEN;
  }
}
