/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.IdentityChange.Kind;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.Via;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one call shows of how its authority came to be another than the one before. */
final class StepRule {
  private final Disclosure disclosure;
  private final Set<String> persons;

  /**
   * @param persons ids that stand for people on this record
   */
  StepRule(Disclosure disclosure, Set<String> persons) {
    this.disclosure = disclosure;
    this.persons = persons;
  }

  AuthorityStep of(
      CallEvidence evidence, ExecutorIdentity caller, AuthorityHolder holder, Relation relation) {
    boolean program = !Disclosure.mayBePerson(holder.type);
    boolean own = evidence.presents() || evidence.assumed() != null;
    InboundEvidence inbound = evidence.inbound;
    boolean substitutes =
        program
            && inbound != null
            && inbound.isKnown()
            && Disclosure.mayBePerson(inbound.initiator().type())
            && relation == Relation.ON_BEHALF_UNPROVEN;
    boolean relayed = isPassedOn(evidence);
    return new AuthorityStep(
        disclosure.executing(caller, persons).id(),
        own,
        program,
        relayed && inbound != null ? from(inbound, Kind.PASSTHROUGH) : explained(evidence),
        relayed || isExchangeOfRequest(evidence),
        substitutes && inbound != null ? from(inbound, Kind.SUBSTITUTION) : null);
  }

  /** The inbound token itself, sent on to whom it is not known to be meant for. */
  private static boolean isPassedOn(CallEvidence evidence) {
    CredentialUse use = evidence.lineage.credential;
    return evidence.inbound != null
        && evidence.inbound.relayedBy(use)
        && evidence.assumed() == null
        && !Boolean.TRUE.equals(AudienceRule.fits(use.audience(), evidence.call.host()));
  }

  private static boolean isExchangeOfRequest(CallEvidence evidence) {
    Lineage subject = evidence.lineage.subject;
    return subject != null
        && evidence.inbound != null
        && evidence.inbound.relayedBy(subject.credential);
  }

  private @Nullable IdentityChange explained(CallEvidence evidence) {
    List<AssumedIdentity> assumed = evidence.call.assumed();
    if (assumed.isEmpty()) {
      return granted(evidence.lineage);
    }
    Kind kind = kindOf(assumed.get(assumed.size() - 1).via());
    CredentialUse login = evidence.lineage.credential;
    AssumedIdentity before = assumed.size() < 2 ? null : assumed.get(assumed.size() - 2);
    String id =
        before == null
            ? told(login.principal(), login.principalType())
            : told(before.id(), before.type());
    return new IdentityChange(kind, id, login.fingerprint());
  }

  /** A newer credential for the same right was preceded by what that was given out for. */
  private @Nullable IdentityChange granted(Lineage lineage) {
    Grant grant = lineage.grant;
    if (grant == null) {
      return null;
    }
    if (GrantedCredential.isSameRight(grant.type())) {
      return lineage.subject == null ? null : granted(lineage.subject);
    }
    Via via = grant.type().via();
    if (via == Via.PROCESS || via == Via.REQUEST) {
      return null;
    }
    CredentialUse before =
        lineage.subject == null ? CredentialUse.NONE : lineage.subject.credential;
    return new IdentityChange(
        kindOf(via), told(before.principal(), before.principalType()), before.fingerprint());
  }

  private static Kind kindOf(Via via) {
    switch (via) {
      case TOKEN_EXCHANGE:
        return Kind.EXCHANGE;
      case ASSUME_ROLE:
      case SET_ROLE:
        return Kind.ASSUME;
      default:
        return Kind.IMPERSONATE;
    }
  }

  private IdentityChange from(InboundEvidence inbound, Kind kind) {
    Actor subject = inbound.subject;
    return new IdentityChange(
        kind, told(subject.id(), subject.type()), inbound.call.credential().fingerprint());
  }

  private @Nullable String told(@Nullable String id, IdentityType type) {
    return id == null || id.equals(AuthorityHolder.UNKNOWN)
        ? null
        : disclosure.id(id, type, persons);
  }
}
