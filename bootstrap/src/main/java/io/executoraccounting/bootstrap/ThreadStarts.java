/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Threads that work is given to by starting them, virtual ones too. A thread looks for what it was
 * started with when it is first asked for its frames; nothing of it is woven. Woven JDK classes
 * call this; never throws.
 */
public final class ThreadStarts {
  /** Set once the first thread was started inside a frame; until then no thread need look. */
  private static volatile boolean any;

  private ThreadStarts() {}

  public static void starting(Thread thread) {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames == null || frames.isEmpty() || frames.startingWorkers > 0) {
      return;
    }
    FrameContext context = TaskCarrier.toCarry();
    // One that is alive already cannot be started; the exception is the JDK's affair.
    if (context != null && ThreadKinds.belongsToStarter(thread) && !thread.isAlive()) {
      TaskCarrier.TASKS.set(thread, TaskCarrier.THREAD, context);
      any = true;
    }
  }

  /** A pool begins to start a worker: it will serve others than who caused it. */
  public static void startingWorker() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null) {
      frames.startingWorkers++;
    }
  }

  public static void startedWorker() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null && frames.startingWorkers > 0) {
      frames.startingWorkers--;
    }
  }

  static boolean any() {
    return any;
  }

  static @Nullable FrameContext take(Thread thread) {
    return any ? TaskCarrier.TASKS.take(thread, TaskCarrier.THREAD) : null;
  }
}
