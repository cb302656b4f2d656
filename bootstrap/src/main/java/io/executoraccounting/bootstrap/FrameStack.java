/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** The frames of the current thread. Never throws, never blocks. */
public final class FrameStack {
  private FrameStack() {}

  /** What is known, and believed, about who acts on this thread now. */
  public static FrameContext current() {
    ThreadFrames frames = ThreadFrames.existing();
    return frames == null ? FrameContext.EMPTY : frames.context();
  }

  /** What a task takes along that is handed over now: nothing once its origin has ended. */
  public static FrameContext capture() {
    ThreadFrames frames = ThreadFrames.existing();
    return frames == null ? FrameContext.EMPTY : frames.handOver();
  }

  /** Begins what arrived from outside; the frame's origin is ended by whoever made it. */
  public static FrameScope pushInbound(ExecutorFrame inbound) {
    return FrameScope.arrived(ThreadFrames.current(), FrameContext.of(inbound, false));
  }

  /**
   * What arrived on this very thread and stands below all that is believed here; null where that
   * came along with a task that was handed over, or nothing arrived.
   */
  public static @Nullable ExecutorFrame arrivedHere() {
    ExecutorFrame frame = current().top();
    if (frame == null) {
      return null;
    }
    for (ExecutorFrame below = frame.parent(); below != null; below = below.parent()) {
      frame = below;
    }
    return ThreadFrames.current().arrivedHere(frame) ? frame : null;
  }

  /** Lets an identity act from here on. */
  public static FrameScope pushActing(ExecutorFrame.Kind kind, ExecutorIdentity identity) {
    ThreadFrames frames = ThreadFrames.current();
    FrameContext around = frames.context();
    ExecutorFrame parent = around.top();
    FrameOrigin origin = parent == null ? FrameOrigin.startingNow() : parent.origin();
    ExecutorFrame frame = ExecutorFrame.acting(kind, parent, identity, origin);
    FrameContext held = FrameContext.of(frame, around.stale());
    return FrameScope.acting(frames, held, parent == null ? origin : null);
  }

  /** Begins a task that was handed over with {@code context}; closing the scope ends the task. */
  public static FrameScope attach(FrameContext context) {
    return FrameScope.ofTask(ThreadFrames.current(), context);
  }
}
