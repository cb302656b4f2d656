/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The time in which a frame, or a handed-over context, holds on a thread.
 *
 * <p>Closing never throws. Scopes that were opened inside and never closed go with it; closing
 * twice, or after an outer scope has closed, does nothing; what was closed on another thread is no
 * longer seen by the thread that opened it.
 */
public final class FrameScope implements AutoCloseable {
  /**
   * As many scopes may stand open within one task before a new one takes the place of the
   * innermost: so many are a leak, and a leak must not link contexts for ever.
   */
  static final int MAX_OPEN = 256;

  final FrameContext held;
  final @Nullable FrameOrigin believed;
  final @Nullable FrameScope outer;
  volatile boolean closed;

  private final ThreadFrames owner;
  private final @Nullable FrameOrigin owned;
  private final int open;

  private FrameScope(
      ThreadFrames owner,
      @Nullable FrameScope outer,
      int open,
      FrameContext held,
      @Nullable FrameOrigin believed,
      @Nullable FrameOrigin owned) {
    this.owner = owner;
    this.outer = outer;
    this.open = open;
    this.held = held;
    this.believed = believed;
    this.owned = owned;
  }

  /** Something arrived: what ended before it on this thread, and was left open, makes room. */
  static FrameScope arrived(ThreadFrames owner, FrameContext held) {
    FrameScope outer = owner.innermost;
    while (outer != null && outer.open > 0 && outer.leaked()) {
      outer = outer.outer;
    }
    return pushed(owner, outer, held, null);
  }

  /** A frame on top of what holds. */
  static FrameScope acting(ThreadFrames owner, FrameContext held, @Nullable FrameOrigin owned) {
    return pushed(owner, owner.innermost, held, owned);
  }

  private static FrameScope pushed(
      ThreadFrames owner,
      @Nullable FrameScope innermost,
      FrameContext held,
      @Nullable FrameOrigin owned) {
    FrameScope outer =
        innermost != null && innermost.open >= MAX_OPEN ? innermost.outer : innermost;
    int open = outer == null ? 1 : outer.open + 1;
    return opened(new FrameScope(owner, outer, open, held, owner.believed(), owned));
  }

  /** A task's own scope: whatever is opened inside ends with it, so it counts from zero. */
  static FrameScope ofTask(ThreadFrames owner, FrameContext held) {
    ExecutorFrame top = held.top();
    return opened(
        new FrameScope(owner, owner.innermost, 0, held, top == null ? null : top.origin(), null));
  }

  /** What holds already, for the time of a call that may leave scopes open. */
  static FrameScope ofCall(ThreadFrames owner) {
    return opened(new FrameScope(owner, owner.innermost, 0, owner.held(), owner.believed(), null));
  }

  private static FrameScope opened(FrameScope scope) {
    scope.owner.innermost = scope;
    return scope;
  }

  boolean isArrivalOf(ExecutorFrame inbound) {
    return open > 0 && held.top() == inbound && inbound.kind() == ExecutorFrame.Kind.INBOUND;
  }

  private boolean leaked() {
    ExecutorFrame top = held.top();
    return top != null && top.origin().ended() && top.origin() != believed;
  }

  /** The innermost frame that holds in it, null for a task that came with none. */
  public @Nullable ExecutorFrame frame() {
    return held.top();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (owned != null) {
      owned.end();
    }
    if (owner != ThreadFrames.existing()) {
      owner.closedElsewhere = true;
      return;
    }
    for (FrameScope scope = owner.innermost; scope != null; scope = scope.outer) {
      if (scope == this) {
        owner.innermost = outer;
        return;
      }
    }
  }
}
