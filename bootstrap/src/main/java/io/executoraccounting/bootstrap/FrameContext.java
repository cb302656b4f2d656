/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** What a thread, or a task that was handed over, knows of who acts. Immutable. */
public final class FrameContext {
  /** Nobody has been seen to act: the process itself does. */
  public static final FrameContext EMPTY = new FrameContext(null, false);

  /**
   * There was a frame, and it is not believed: its origin ended before the work was handed over.
   */
  public static final FrameContext STALE = new FrameContext(null, true);

  private final @Nullable ExecutorFrame top;
  private final boolean stale;

  private FrameContext(@Nullable ExecutorFrame top, boolean stale) {
    this.top = top;
    this.stale = stale;
  }

  static FrameContext of(ExecutorFrame top, boolean stale) {
    return new FrameContext(top, stale);
  }

  /** The innermost frame, null if there is none or it is not believed. */
  public @Nullable ExecutorFrame top() {
    return top;
  }

  /** Whether a frame was there, below {@link #top()} if that is not null, that is not believed. */
  public boolean stale() {
    return stale;
  }

  boolean ended() {
    return top != null && top.origin().ended();
  }
}
