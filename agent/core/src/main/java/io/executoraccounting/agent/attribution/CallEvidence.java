/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.OutboundCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the rules decide from: the call, its thread, what arrived, and where it all came of. */
final class CallEvidence {
  final OutboundCall call;
  final CallOutcome outcome;
  final ThreadFacts thread;
  final @Nullable InboundEvidence inbound;

  /** Of what the call presents. */
  final Lineage lineage;

  /** Who started the whole process, null if nobody is known to have. */
  private final @Nullable Actor starter;

  CallEvidence(
      CompletedCall completed,
      @Nullable InboundEvidence inbound,
      Lineage lineage,
      @Nullable Actor starter) {
    call = completed.call();
    outcome = completed.outcome();
    thread = completed.thread();
    this.inbound = inbound;
    // What went unseen may have been set going by anybody.
    this.starter = thread.stale() || thread.lost() ? null : starter;
    this.lineage = lineage.with(ScopeRule.carried(call, outcome, lineage.credential));
  }

  /** Whether the call itself presents a credential. */
  boolean presents() {
    return call.credential().kind() != CredentialKind.NONE;
  }

  /** The identity that was put on last, null if none was. */
  @Nullable AssumedIdentity assumed() {
    List<AssumedIdentity> assumed = call.assumed();
    return assumed.isEmpty() ? null : assumed.get(assumed.size() - 1);
  }

  /** Rule 3 of the model. */
  @Nullable Actor initiator() {
    if (inbound != null) {
      return inbound.initiator();
    }
    Actor origin = lineage.origin();
    return origin == null ? starter : origin;
  }

  /** The initiator, where that is known of the process alone; null otherwise. */
  @Nullable Actor startedBy() {
    return inbound == null && lineage.origin() == null ? starter : null;
  }

  /** What the authority rests on: what the call presents, else what the thread inherited. */
  Lineage lent() {
    if (presents()) {
      return lineage;
    }
    return Lineage.alone(inbound == null ? CredentialUse.NONE : inbound.credential);
  }

  /** Whether the call's credential is the one that arrived, or was given out against it. */
  boolean derivesFromInbound() {
    return inbound != null
        && inbound.isKnown()
        && !inbound.conflict
        && lineage.derivesFrom(inbound.fingerprint());
  }

  /**
   * Whether the call's credential is of another person than the one whose request this is. Only ids
   * of one issuer can be told apart.
   */
  boolean isOfAnotherPerson() {
    if (inbound == null || !inbound.isKnown() || derivesFromInbound()) {
      return false;
    }
    Actor arrived = inbound.initiator();
    Actor origin = lineage.origin();
    return origin != null
        && origin.issuer() != null
        && origin.issuer().equals(arrived.issuer())
        && Disclosure.mayBePerson(arrived.type())
        && !lineage.names(arrived);
  }
}
