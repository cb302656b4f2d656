/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** The state of one thread; touched by that thread alone, but for {@link #closedElsewhere}. */
final class ThreadFrames {
  private static final ThreadLocal<ThreadFrames> CURRENT = new ThreadLocal<>();

  /** What the thread was started with, and the origin that is believed as long as it runs. */
  private final FrameContext base;

  private final @Nullable FrameOrigin baseBelieved;

  @Nullable FrameScope innermost;

  /** Another thread closed a scope of this one. */
  volatile boolean closedElsewhere;

  /** Greater than zero while the agent's own code runs on this thread. */
  int suspended;

  /** Greater than zero while a pool starts a worker, which does not belong to who caused that. */
  int startingWorkers;

  /** The place of the pool whose worker this thread is; 0 for none. */
  int pool;

  /** The next fork/join task that this thread executes is called directly, not handed over. */
  boolean callsDirectly;

  private ThreadFrames(FrameContext base, @Nullable FrameOrigin baseBelieved) {
    this.base = base;
    this.baseBelieved = baseBelieved;
  }

  /** This thread by itself; with what it was started with, where that was seen. */
  static ThreadFrames current() {
    ThreadFrames frames = CURRENT.get();
    return frames == null ? adopt() : frames;
  }

  /** Null for a thread that has no state yet and was started with none. */
  static @Nullable ThreadFrames existing() {
    ThreadFrames frames = CURRENT.get();
    return frames == null && ThreadStarts.any() ? adopt() : frames;
  }

  private static ThreadFrames adopt() {
    Thread thread = Thread.currentThread();
    FrameContext start = ThreadStarts.take(thread);
    ThreadFrames frames =
        start == null
            ? new ThreadFrames(FrameContext.EMPTY, null)
            : new ThreadFrames(start, believedInside(thread, start));
    CURRENT.set(frames);
    return frames;
  }

  /** A virtual thread is one task; a platform thread may go on with anything, so it is doubted. */
  private static @Nullable FrameOrigin believedInside(Thread thread, FrameContext start) {
    ExecutorFrame top = start.top();
    return top != null && ThreadKinds.isVirtual(thread) ? top.origin() : null;
  }

  boolean isEmpty() {
    if (closedElsewhere) {
      dropClosed();
    }
    return innermost == null && base == FrameContext.EMPTY;
  }

  FrameContext context() {
    FrameContext held = held();
    return held.ended() && !believes(held) ? FrameContext.STALE : held;
  }

  FrameContext held() {
    if (closedElsewhere) {
      dropClosed();
    }
    FrameScope scope = innermost;
    return scope == null ? base : scope.held;
  }

  private boolean believes(FrameContext held) {
    FrameScope scope = innermost;
    ExecutorFrame top = held.top();
    return top != null && top.origin() == (scope == null ? baseBelieved : scope.believed);
  }

  /** What may be handed on: nothing once the origin has ended, whoever is still believed. */
  FrameContext handOver() {
    if (suspended > 0) {
      return FrameContext.EMPTY;
    }
    FrameContext held = held();
    return held.ended() ? FrameContext.STALE : held;
  }

  @Nullable FrameOrigin believed() {
    FrameScope scope = innermost;
    return scope == null ? baseBelieved : scope.believed;
  }

  /** Whether that frame stands in a scope of its own, and not only in that of a task. */
  boolean arrivedHere(ExecutorFrame inbound) {
    for (FrameScope scope = innermost; scope != null; scope = scope.outer) {
      if (scope.isArrivalOf(inbound)) {
        return true;
      }
    }
    return false;
  }

  private void dropClosed() {
    closedElsewhere = false;
    for (FrameScope scope = innermost; scope != null; scope = scope.outer) {
      if (scope.closed) {
        innermost = scope.outer;
      }
    }
  }
}
