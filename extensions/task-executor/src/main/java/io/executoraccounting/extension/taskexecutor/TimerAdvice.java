/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.TimedTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Timer.sched(task, time, period)}. */
final class TimerAdvice {
  private TimerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.Argument(0) @Nullable Object task, @Advice.Argument(2) long period) {
    return TimedTasks.scheduled(task, period);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Advice.Argument(0) @Nullable Object task,
      @Advice.Enter @Nullable Object context,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      TimedTasks.refused(task, context);
    }
  }
}
