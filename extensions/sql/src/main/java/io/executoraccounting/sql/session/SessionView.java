/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session has put on over its login, as a call is told of it. Immutable. */
public final class SessionView {
  private static final String UNKNOWN = "unknown";
  private static final SessionView LOGIN =
      new SessionView(Collections.emptyList(), EnumSet.noneOf(Gap.class));

  /** It may be anybody. */
  static final SessionView ANYBODY =
      new SessionView(
          Collections.singletonList(unknown(Via.SET_ROLE)), EnumSet.of(Gap.PRINCIPAL_UNKNOWN));

  private final List<AssumedIdentity> assumed;
  private final Set<Gap> gaps;

  private SessionView(List<AssumedIdentity> assumed, Set<Gap> gaps) {
    this.assumed = Collections.unmodifiableList(assumed);
    this.gaps = Collections.unmodifiableSet(gaps);
  }

  /** Whether nothing is put on, and nothing is in doubt. */
  public boolean isLogin() {
    return this == LOGIN;
  }

  /** Oldest first; empty where the login's own rights hold. */
  public List<AssumedIdentity> assumed() {
    return assumed;
  }

  /** What cannot be told of it: {@code context_stale}, {@code principal_unknown}. */
  public Set<Gap> gaps() {
    return gaps;
  }

  static SessionView of(SessionState state, IdentityNaming naming) {
    EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (state.isDoubtful() || state.isStale()) {
      gaps.add(Gap.CONTEXT_STALE);
    }
    List<AssumedIdentity> assumed = new ArrayList<>(2);
    if (state.isLost()) {
      assumed.add(unknown(Via.SET_ROLE));
    } else {
      Layers layers = new Layers(naming, assumed);
      layers.add(state.user(), naming.loginVia());
      layers.add(state.role(), Via.SET_ROLE);
      for (Impersonation layer : oldestFirst(state.impersonation())) {
        layers.add(layer.value, layer.via);
      }
    }
    for (AssumedIdentity identity : assumed) {
      if (identity.id().equals(UNKNOWN)) {
        gaps.add(Gap.PRINCIPAL_UNKNOWN);
      }
    }
    return assumed.isEmpty() && gaps.isEmpty() ? LOGIN : new SessionView(assumed, gaps);
  }

  private static List<Impersonation> oldestFirst(@Nullable Impersonation latest) {
    LinkedList<Impersonation> ordered = new LinkedList<>();
    for (Impersonation layer = latest; layer != null; layer = layer.below) {
      ordered.addFirst(layer);
    }
    return ordered;
  }

  private static AssumedIdentity unknown(Via via) {
    return new AssumedIdentity(UNKNOWN, IdentityType.UNKNOWN, via, Collections.emptyList());
  }

  private static final class Layers {
    private final IdentityNaming naming;
    private final List<AssumedIdentity> assumed;
    private @Nullable String below;

    Layers(IdentityNaming naming, List<AssumedIdentity> assumed) {
      this.naming = naming;
      this.assumed = assumed;
      below = naming.login();
    }

    void add(SessionValue value, Via via) {
      if (value.isNone()) {
        return;
      }
      AssumedIdentity identity = value.isReadable() ? naming.identity(value.names(), via) : null;
      if (identity == null) {
        identity = unknown(via);
      }
      // Somebody who puts on what they are already is nobody else.
      if (!identity.id().equals(below)) {
        assumed.add(identity);
      }
      below = identity.id();
    }
  }
}
