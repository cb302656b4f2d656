/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.ThreadFacts.ActingIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.Via;
import java.util.List;

/**
 * Rule 4 of the model: how the authority got here, oldest hop first, of what was seen and what
 * tokens state.
 */
final class ChainRule {
  private final ExecutorIdentity process;

  ChainRule(ExecutorIdentity process) {
    this.process = process;
  }

  List<ChainHop> chainOf(CallEvidence evidence, Relation relation) {
    ChainBuilder chain = new ChainBuilder();
    GrantHops grants = GrantHops.of(evidence.lineage);
    if (evidence.inbound != null) {
      arrived(evidence.inbound, chain);
    } else if (relation == Relation.DELEGATED) {
      before(evidence.lineage, grants, chain);
    }
    Actor starter = evidence.startedBy();
    if (starter != null) {
      chain.add(starter.id(), starter.type(), Via.PROCESS, null);
    }
    chain.add(process.id(), process.type(), Via.PROCESS, null);
    for (ActingIdentity actor : evidence.thread.acting()) {
      chain.add(actor.identity().id(), actor.identity().type(), actor.via(), null);
    }
    if (evidence.presents()) {
      if (grants.isEmpty()) {
        presented(evidence, relation, chain);
      } else if (grants.root != null) {
        brought(evidence, grants.root.credential, chain);
      }
      grants.addTo(chain);
      chain.present(evidence.lineage.credential.fingerprint());
    }
    for (AssumedIdentity assumed : evidence.call.assumed()) {
      chain.addUnlessLast(assumed.id(), assumed.type(), assumed.via(), null);
    }
    return chain.hops();
  }

  private static void arrived(InboundEvidence inbound, ChainBuilder chain) {
    Actor initiator = inbound.initiator();
    chain.add(initiator.id(), initiator.type(), inbound.via(), inbound.fingerprint());
    chain.addActors(inbound.credential.actors());
    CredentialUse peer = inbound.call.peer();
    String id = peer == null ? null : peer.principal();
    if (peer != null && id != null && !chain.contains(id)) {
      chain.add(id, peer.principalType(), Via.REQUEST, peer.fingerprint());
    }
  }

  /** A delegation that is older than this call was over when the process was given the token. */
  private static void before(Lineage lineage, GrantHops grants, ChainBuilder chain) {
    Actor origin = lineage.origin();
    if (origin != null) {
      chain.add(origin.id(), origin.type(), originVia(lineage), null);
    }
    if (grants.root != null) {
      chain.addActors(grants.root.credential.actors());
    }
  }

  /** What says who the origin is: a token's own claim, else the grant in which it was named. */
  private static Via originVia(Lineage lineage) {
    Lineage named = lineage;
    Grant grant = lineage.grant;
    while (named.subject != null && named.olderOrigin() != null) {
      grant = named.grant;
      named = named.subject;
    }
    boolean claimed = named.grant == null && named.delegates();
    Via via = claimed || grant == null ? Via.ACT_CLAIM : grant.type().via();
    return via == Via.PROCESS ? Via.ACT_CLAIM : via;
  }

  /** The credential of the call itself, where nobody saw how it was given out. */
  private static void presented(CallEvidence evidence, Relation relation, ChainBuilder chain) {
    CredentialUse use = evidence.lineage.credential;
    if (relation == Relation.DELEGATED && !use.actors().isEmpty()) {
      chain.addActors(use.actors());
      return;
    }
    boolean impersonates = relation == Relation.IMPERSONATED && evidence.assumed() == null;
    chain.addHolder(use, impersonates ? Via.IMPERSONATION : Via.PROCESS);
  }

  /** The credential with which the first grant was asked for. */
  private static void brought(CallEvidence evidence, CredentialUse use, ChainBuilder chain) {
    String principal = use.principal();
    InboundEvidence inbound = evidence.inbound;
    boolean arrived = inbound != null && inbound.relayedBy(use);
    boolean known = arrived || (principal != null && chain.contains(principal));
    if (known || !use.actors().isEmpty()) {
      chain.addActors(use.actors());
      chain.present(use.fingerprint());
    } else if (principal != null || use.fingerprint() != null || use.publicId() != null) {
      boolean person = use.principalType() == IdentityType.HUMAN;
      chain.addHolder(use, person ? Via.IMPERSONATION : Via.PROCESS);
    }
  }
}
