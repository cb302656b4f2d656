/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.Via;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hops that grants make. */
final class GrantHops {
  /** With what the first of them was asked for; null where that was not seen. */
  final @Nullable Lineage root;

  private final Deque<Lineage> granted;

  private GrantHops(@Nullable Lineage root, Deque<Lineage> granted) {
    this.root = root;
    this.granted = granted;
  }

  static GrantHops of(Lineage lineage) {
    Deque<Lineage> granted = new ArrayDeque<>();
    @Nullable Lineage next = lineage;
    while (next != null && next.grant != null && !isFirstHand(next.grant.type())) {
      if (next.grant.type() != GrantType.REFRESH_TOKEN) {
        granted.push(next);
      } else if (next.subject == null) {
        break;
      }
      next = next.subject;
    }
    return new GrantHops(next, granted);
  }

  /**
   * Grants by which a person lends a client the right: no hop, for the person's token states it.
   */
  private static boolean isFirstHand(GrantType type) {
    return type.via() == Via.REQUEST;
  }

  boolean isEmpty() {
    return granted.isEmpty();
  }

  void addTo(ChainBuilder chain) {
    for (Lineage hop : granted) {
      CredentialUse issued = hop.credential;
      Grant grant = hop.grant;
      if (grant != null && grant.type().via() == Via.TOKEN_EXCHANGE) {
        exchanged(issued, grant, chain);
      } else if (grant != null) {
        chain.addHolder(issued, grant.type().via());
      }
    }
  }

  /** Who exchanged one token for another: its actor, else the client that it was issued to. */
  private static void exchanged(CredentialUse issued, Grant grant, ChainBuilder chain) {
    List<Actor> actors = issued.actors();
    Actor by = actors.isEmpty() ? null : actors.get(0);
    if (by != null) {
      chain.addActors(actors.subList(1, actors.size()));
      if (grant.actor() == null && chain.contains(by.id())) {
        // It acted before this exchange, which nobody is known to have had a part in but the
        // client.
        by = null;
      }
    }
    if (by == null) {
      by = issued.client();
    }
    if (by == null) {
      chain.addHolder(issued, Via.TOKEN_EXCHANGE);
    } else {
      chain.addUnlessLast(by.id(), by.type(), Via.TOKEN_EXCHANGE, issued.fingerprint());
    }
  }
}
