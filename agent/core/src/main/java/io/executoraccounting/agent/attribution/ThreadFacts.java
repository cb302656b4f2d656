/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Via;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frames of a thread said when a call began, fixed at that moment: frames learn later who
 * was authenticated, records do not change. Immutable.
 */
public final class ThreadFacts {
  private final @Nullable InboundCall inbound;
  private final @Nullable FrameOrigin origin;
  private final List<ActingIdentity> acting;
  private final boolean stale;
  private final boolean lost;

  /**
   * @param inbound what arrived and set the work going, null if nothing did
   * @param origin the origin of the frames, null if there are none
   * @param acting agents and {@code runAs}, outermost first
   * @param stale a frame was there that is not believed
   */
  public ThreadFacts(
      @Nullable InboundCall inbound,
      @Nullable FrameOrigin origin,
      List<ActingIdentity> acting,
      boolean stale) {
    this(inbound, origin, acting, stale, false);
  }

  private ThreadFacts(
      @Nullable InboundCall inbound,
      @Nullable FrameOrigin origin,
      List<ActingIdentity> acting,
      boolean stale,
      boolean lost) {
    this.inbound = inbound;
    this.origin = origin;
    this.acting = acting;
    this.stale = stale;
    this.lost = lost;
  }

  /** Nothing is known, and a hand-over that would have told may have gone unseen. */
  static ThreadFacts unseen() {
    return new ThreadFacts(null, null, Collections.emptyList(), false, true);
  }

  public @Nullable InboundCall inbound() {
    return inbound;
  }

  public @Nullable FrameOrigin origin() {
    return origin;
  }

  public List<ActingIdentity> acting() {
    return acting;
  }

  public boolean stale() {
    return stale;
  }

  /** Whether frames may have been left behind where work was handed over. */
  public boolean lost() {
    return lost;
  }

  /** One acting frame and why it stands there. */
  public static final class ActingIdentity {
    private final ExecutorIdentity identity;
    private final Via via;

    public ActingIdentity(ExecutorIdentity identity, Via via) {
      this.identity = identity;
      this.via = via;
    }

    public ExecutorIdentity identity() {
      return identity;
    }

    public Via via() {
      return via;
    }
  }
}
