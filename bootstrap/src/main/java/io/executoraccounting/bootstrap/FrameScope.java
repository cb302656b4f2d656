/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The time in which a frame, or a handed-over context, holds on a thread.
 *
 * <p>Closing never throws. Frames that were pushed inside and never closed go with it; closing
 * twice, or after an outer scope has closed, does nothing; closing on another thread ends the
 * origin, so that what is left on the first thread is not believed.
 */
public final class FrameScope implements AutoCloseable {
  private final ThreadFrames owner;
  private final @Nullable ExecutorFrame frame;
  private final @Nullable FrameOrigin owned;
  private final @Nullable ExecutorFrame previousTop;
  private final @Nullable FrameOrigin previousHandedOver;
  private final boolean previousStale;
  private boolean closed;

  FrameScope(ThreadFrames owner, @Nullable ExecutorFrame frame, @Nullable FrameOrigin owned) {
    this.owner = owner;
    this.frame = frame;
    this.owned = owned;
    this.previousTop = owner.top;
    this.previousHandedOver = owner.handedOver;
    this.previousStale = owner.stale;
  }

  public @Nullable ExecutorFrame frame() {
    return frame;
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
      return;
    }
    if (frame != null && !frame.isWithin(owner.top)) {
      return;
    }
    owner.top = previousTop;
    owner.handedOver = previousHandedOver;
    owner.stale = previousStale;
  }
}
