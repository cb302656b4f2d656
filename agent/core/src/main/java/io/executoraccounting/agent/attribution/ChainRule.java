/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.ThreadFacts.ActingIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rule 4 of the model: how the authority got here, oldest hop first, of what was seen and what
 * tokens state.
 */
final class ChainRule {
  private final ExecutorIdentity process;

  ChainRule(ExecutorIdentity process) {
    this.process = process;
  }

  List<ChainHop> chainOf(
      @Nullable InboundEvidence inbound,
      @Nullable Actor initiator,
      List<ActingIdentity> acting,
      CredentialUse presented,
      ChainHop authority,
      Relation relation) {
    List<ChainHop> chain = new ArrayList<>();
    if (inbound != null) {
      arrived(inbound, chain);
    } else if (initiator != null && relation == Relation.DELEGATED) {
      chain.add(new ChainHop(initiator.id(), initiator.type(), Via.ACT_CLAIM, null));
    }
    chain.add(new ChainHop(process.id(), process.type(), Via.PROCESS, null));
    for (ActingIdentity actor : acting) {
      chain.add(new ChainHop(actor.identity().id(), actor.identity().type(), actor.via(), null));
    }
    if (presented.kind() == CredentialKind.NONE) {
      return chain;
    }
    if (relation == Relation.DELEGATED && !presented.actors().isEmpty()) {
      actors(presented, chain);
    } else {
      endWith(authority, chain);
    }
    return chain;
  }

  /** An identity that already stands last is not repeated, but says what it presents. */
  private static void endWith(ChainHop authority, List<ChainHop> chain) {
    int end = chain.size() - 1;
    ChainHop last = chain.get(end);
    if (last.id().equals(authority.id())) {
      chain.set(end, new ChainHop(last.id(), last.type(), last.via(), authority.fingerprint()));
    } else {
      chain.add(authority);
    }
  }

  private static void arrived(InboundEvidence inbound, List<ChainHop> chain) {
    Actor initiator = inbound.initiator();
    chain.add(new ChainHop(initiator.id(), initiator.type(), inbound.via(), inbound.fingerprint()));
    List<Actor> actors = inbound.credential.actors();
    for (int i = actors.size() - 1; i >= 0; i--) {
      chain.add(new ChainHop(actors.get(i).id(), actors.get(i).type(), Via.ACT_CLAIM, null));
    }
    CredentialUse peer = inbound.call.peer();
    String id = peer == null ? null : peer.principal();
    if (peer != null && id != null && !contains(chain, id)) {
      chain.add(new ChainHop(id, peer.principalType(), Via.REQUEST, peer.fingerprint()));
    }
  }

  /** Actors that the call's own token states, but for those whom the request named already. */
  private static void actors(CredentialUse presented, List<ChainHop> chain) {
    List<Actor> actors = presented.actors();
    for (int i = actors.size() - 1; i >= 0; i--) {
      Actor actor = actors.get(i);
      if (i == 0 || !contains(chain, actor.id())) {
        String fingerprint = i == 0 ? presented.fingerprint() : null;
        chain.add(new ChainHop(actor.id(), actor.type(), Via.ACT_CLAIM, fingerprint));
      }
    }
  }

  private static boolean contains(List<ChainHop> chain, String id) {
    for (ChainHop hop : chain) {
      if (hop.id().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
