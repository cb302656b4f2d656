/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** The state of one thread; touched by that thread alone. */
final class ThreadFrames {
  private static final ThreadLocal<ThreadFrames> CURRENT = new ThreadLocal<>();

  @Nullable ExecutorFrame top;

  /** The frame that the running task was handed with; believed until the task returns. */
  @Nullable FrameOrigin handedOver;

  /** The task was handed over with a frame that is not believed. */
  boolean stale;

  /** Greater than zero while the agent's own code runs on this thread. */
  int suspended;

  /** This thread by itself; with what it was started with, where that was seen. */
  static ThreadFrames current() {
    ThreadFrames frames = CURRENT.get();
    return frames == null ? adopt() : frames;
  }

  static @Nullable ThreadFrames existing() {
    return CURRENT.get();
  }

  private static ThreadFrames adopt() {
    ThreadFrames frames = new ThreadFrames();
    CURRENT.set(frames);
    return frames;
  }

  FrameContext context() {
    ExecutorFrame frame = top;
    if (frame == null) {
      return stale ? FrameContext.STALE : FrameContext.EMPTY;
    }
    FrameOrigin origin = frame.origin();
    return origin.ended() && origin != handedOver ? FrameContext.STALE : FrameContext.of(frame);
  }
}
