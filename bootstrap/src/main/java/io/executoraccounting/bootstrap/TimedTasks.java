/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of {@code Timer}, and what all schedules share: a task for once belongs to who scheduled
 * it, a repeated one to its schedule. Woven JDK classes call this; never throws.
 */
public final class TimedTasks {
  private TimedTasks() {}

  /**
   * Called before a timer takes the task in.
   *
   * @param period 0 for once
   * @return what {@link #refused} needs; null for nothing
   */
  public static @Nullable FrameContext scheduled(@Nullable Object task, long period) {
    FrameContext context = period == 0 ? TaskCarrier.toCarry() : null;
    // A task that waits already is refused by the timer, and what it waits with is not ours.
    if (context == null
        || task == null
        || TaskCarrier.TASKS.peek(task, TaskCarrier.TIMER) != null) {
      return null;
    }
    TaskCarrier.TASKS.set(task, TaskCarrier.TIMER, context);
    return context;
  }

  public static void refused(@Nullable Object task, @Nullable Object context) {
    if (task != null && context instanceof FrameContext) {
      TaskCarrier.TASKS.withdraw(task, TaskCarrier.TIMER, (FrameContext) context);
    }
  }

  /** Runs a timer's task in its own context; what it throws passes unchanged. */
  public static void run(TimerTask task) {
    FrameContext handed =
        TaskCarrier.TASKS.isEmpty() ? null : TaskCarrier.TASKS.take(task, TaskCarrier.TIMER);
    FrameScope scope = TaskCarrier.begin(handed);
    try {
      task.run();
    } finally {
      TaskCarrier.end(scope);
    }
  }

  /** A repeated task is being scheduled: until {@link #end} nothing is carried over. */
  public static @Nullable FrameScope beginPeriodic() {
    return TaskCarrier.begin(FrameContext.EMPTY);
  }

  public static void end(@Nullable Object scope) {
    if (scope != null) {
      ((FrameScope) scope).close();
    }
  }
}
