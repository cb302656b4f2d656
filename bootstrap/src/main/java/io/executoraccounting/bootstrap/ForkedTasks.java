/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/** Tasks of a {@code ForkJoinPool}. Woven JDK classes call this; never throws. */
public final class ForkedTasks {
  private ForkedTasks() {}

  /** Called before a queue of the pool takes the task in. */
  public static void pushed(@Nullable Object task) {
    FrameContext context = TaskCarrier.toCarry();
    if (context != null && task != null) {
      TaskCarrier.TASKS.set(task, TaskCarrier.FORKED, context);
    }
  }

  /** It was taken out of the queue, or made ready to be used again. */
  public static void unpushed(Object task) {
    if (!TaskCarrier.TASKS.isEmpty()) {
      TaskCarrier.TASKS.take(task, TaskCarrier.FORKED);
    }
  }

  /** This thread is about to execute a task itself that is in no queue. */
  public static void callsDirectly() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null && !frames.isEmpty()) {
      frames.callsDirectly = true;
    }
  }

  public static void calledDirectly() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null) {
      frames.callsDirectly = false;
    }
  }

  /**
   * A task begins. One that was in a queue and brings nothing runs without frames even if this
   * thread has some: who waits for a result helps with the tasks of others.
   */
  public static @Nullable FrameScope begin(Object task) {
    FrameContext handed =
        TaskCarrier.TASKS.isEmpty() ? null : TaskCarrier.TASKS.take(task, TaskCarrier.FORKED);
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null && frames.callsDirectly) {
      frames.callsDirectly = false;
      if (handed == null) {
        return FrameScope.ofCall(frames);
      }
    }
    return TaskCarrier.begin(handed);
  }

  public static void end(@Nullable Object scope) {
    TaskCarrier.end((FrameScope) scope);
  }
}
