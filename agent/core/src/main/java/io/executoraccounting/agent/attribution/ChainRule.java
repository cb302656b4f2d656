/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.ThreadFacts.ActingIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Via;
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
      // The delegation is older than this call: it was over when the process was given the token.
      chain.add(new ChainHop(initiator.id(), initiator.type(), Via.ACT_CLAIM, null));
      actors(presented, chain);
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
      present(presented.fingerprint(), chain);
    } else {
      endWith(authority, chain);
    }
    return chain;
  }

  /** An identity that already stands last is not repeated, but says what it presents. */
  private static void endWith(ChainHop authority, List<ChainHop> chain) {
    if (chain.get(chain.size() - 1).id().equals(authority.id())) {
      present(authority.fingerprint(), chain);
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

  /** Actors that a token states, but for those who stand already: they acted before this call. */
  private static void actors(CredentialUse token, List<ChainHop> chain) {
    List<Actor> actors = token.actors();
    for (int i = actors.size() - 1; i >= 0; i--) {
      Actor actor = actors.get(i);
      if (!contains(chain, actor.id())) {
        chain.add(new ChainHop(actor.id(), actor.type(), Via.ACT_CLAIM, null));
      }
    }
  }

  /** Whoever stands last presents the credential. */
  private static void present(@Nullable String fingerprint, List<ChainHop> chain) {
    int end = chain.size() - 1;
    ChainHop last = chain.get(end);
    chain.set(end, new ChainHop(last.id(), last.type(), last.via(), fingerprint));
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
