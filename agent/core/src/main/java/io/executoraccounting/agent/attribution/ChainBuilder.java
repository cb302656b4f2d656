/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain while it grows, oldest hop first. */
final class ChainBuilder {
  private final List<ChainHop> hops = new ArrayList<>();

  void add(String id, IdentityType type, Via via, @Nullable String fingerprint) {
    hops.add(new ChainHop(id, type, via, fingerprint));
  }

  /**
   * An identity that already stands last is not repeated, but says what it presents. Two that are
   * unknown are not known to be one.
   */
  void addUnlessLast(String id, IdentityType type, Via via, @Nullable String fingerprint) {
    boolean last = !hops.isEmpty() && hops.get(hops.size() - 1).id().equals(id);
    if (last && !id.equals(AuthorityHolder.UNKNOWN)) {
      present(fingerprint);
    } else {
      add(id, type, via, fingerprint);
    }
  }

  /** The holder of a credential, and what it presents. */
  void addHolder(CredentialUse use, Via via) {
    String principal = use.principal();
    String id = principal == null ? AuthorityHolder.UNKNOWN : principal;
    addUnlessLast(id, use.principalType(), via, use.fingerprint());
  }

  /** Actors that a token states, but for those who stand already: they acted before. */
  void addActors(List<Actor> actors) {
    for (int i = actors.size() - 1; i >= 0; i--) {
      Actor actor = actors.get(i);
      if (!contains(actor.id())) {
        add(actor.id(), actor.type(), Via.ACT_CLAIM, null);
      }
    }
  }

  /** Whoever stands last presents the credential. */
  void present(@Nullable String fingerprint) {
    int end = hops.size() - 1;
    if (fingerprint != null && end >= 0) {
      ChainHop last = hops.get(end);
      hops.set(end, new ChainHop(last.id(), last.type(), last.via(), fingerprint));
    }
  }

  boolean contains(String id) {
    for (ChainHop hop : hops) {
      if (hop.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  List<ChainHop> hops() {
    return hops;
  }
}
