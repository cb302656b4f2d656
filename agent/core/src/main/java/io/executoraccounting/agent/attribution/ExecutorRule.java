/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.ThreadFacts.ActingIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule 2 of the model: the innermost identity that carries the call out. */
final class ExecutorRule {
  private final ExecutorIdentity process;

  ExecutorRule(ExecutorIdentity process) {
    this.process = process;
  }

  /** The agent or {@code runAs}, the token's actor, the non-human that was let in, the process. */
  ExecutorIdentity executorOf(
      List<ActingIdentity> acting, Lineage presented, @Nullable InboundEvidence inbound) {
    boolean disbelieved =
        inbound != null
            && inbound.conflict
            && presented.derivesFrom(inbound.call.credential().fingerprint());
    ExecutorIdentity byToken = disbelieved || !acting.isEmpty() ? null : actorOf(presented);
    return byToken == null ? callerOf(acting, inbound) : byToken;
  }

  /** Who executes whatever the call itself presents. */
  ExecutorIdentity callerOf(List<ActingIdentity> acting, @Nullable InboundEvidence inbound) {
    if (!acting.isEmpty()) {
      return acting.get(acting.size() - 1).identity();
    }
    ExecutorIdentity arrived = inbound == null ? null : nonHuman(inbound);
    return arrived == null ? process : arrived;
  }

  /**
   * The current actor, else the program that the token was issued to for itself. A role that was
   * assumed, an account that was impersonated is the authority of whoever put it on, and a name
   * with a password that of whoever knows the password.
   */
  static @Nullable ExecutorIdentity actorOf(Lineage presented) {
    CredentialUse use = presented.credential;
    if (!use.actors().isEmpty()) {
      Actor current = use.actors().get(0);
      return current.type() == IdentityType.HUMAN ? null : identity(current, null);
    }
    String principal = use.principal();
    boolean authorityAlone =
        use.principalType() == IdentityType.CLOUD_ROLE
            || use.kind() == CredentialKind.BASIC
            || use.kind() == CredentialKind.UNKNOWN
            || presented.isPutOn();
    if (principal == null || authorityAlone || !isProgram(use.principalType())) {
      return null;
    }
    return identity(new Actor(principal, use.principalType(), use.issuer()), use.sessionId());
  }

  private static @Nullable ExecutorIdentity nonHuman(InboundEvidence inbound) {
    if (!inbound.isKnown()) {
      return null;
    }
    Actor actor = inbound.actor();
    boolean stated = !inbound.credential.actors().isEmpty();
    if (stated && actor.type() != IdentityType.HUMAN) {
      return identity(actor, null);
    }
    return !stated && isProgram(actor.type())
        ? identity(actor, inbound.credential.sessionId())
        : null;
  }

  private static ExecutorIdentity identity(Actor actor, @Nullable String sessionId) {
    ExecutorIdentity identity = ExecutorIdentity.of(actor.id(), actor.type());
    return sessionId == null ? identity : identity.withSessionId(sessionId);
  }

  /** Known to be no human; logins of databases and holders of keys are authorities alone. */
  static boolean isProgram(IdentityType type) {
    switch (type) {
      case AI_AGENT:
      case SERVICE_ACCOUNT:
      case WORKLOAD:
      case CLOUD_ROLE:
      case CI_JOB:
      case SCHEDULER:
        return true;
      default:
        return false;
    }
  }
}
