/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** The frames of the current thread. Never throws, never blocks. */
public final class FrameStack {
  private FrameStack() {}

  /** What is known, and believed, about who acts on this thread now. */
  public static FrameContext current() {
    return ThreadFrames.current().context();
  }

  /** What a task takes along that is handed over now: nothing once its origin has ended. */
  public static FrameContext capture() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames == null) {
      return FrameContext.EMPTY;
    }
    ExecutorFrame top = frames.top;
    return top != null && top.origin().ended() ? FrameContext.STALE : frames.context();
  }

  /** Begins what arrived from outside; the frame's origin is ended by whoever made it. */
  public static FrameScope pushInbound(ExecutorFrame inbound) {
    ThreadFrames frames = ThreadFrames.current();
    FrameScope scope = new FrameScope(frames, inbound, null);
    frames.top = inbound;
    frames.stale = false;
    return scope;
  }

  /** Lets an identity act from here on; null if the stack is too deep to take another frame. */
  public static @Nullable FrameScope pushActing(
      ExecutorFrame.Kind kind, ExecutorIdentity identity) {
    ThreadFrames frames = ThreadFrames.current();
    ExecutorFrame parent = frames.context().top();
    if (parent != null && parent.depth() >= ExecutorFrame.MAX_DEPTH) {
      return null;
    }
    FrameOrigin origin =
        parent == null
            ? new FrameOrigin(null, System.currentTimeMillis() * 1_000_000L)
            : parent.origin();
    ExecutorFrame frame = ExecutorFrame.acting(kind, parent, identity, origin);
    FrameScope scope = new FrameScope(frames, frame, parent == null ? origin : null);
    frames.top = frame;
    return scope;
  }

  /** Begins a task that was handed over with {@code context}; closing the scope ends the task. */
  public static FrameScope attach(FrameContext context) {
    ThreadFrames frames = ThreadFrames.current();
    FrameScope scope = new FrameScope(frames, null, null);
    ExecutorFrame top = context.top();
    frames.top = top;
    frames.handedOver = top == null ? null : top.origin();
    frames.stale = context.stale();
    return scope;
  }
}
