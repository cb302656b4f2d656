/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.TimedTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Scheduling of what repeats: its runs belong to the schedule, not to who set it up. */
final class PeriodicAdvice {
  private PeriodicAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter() {
    return TimedTasks.beginPeriodic();
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object scope) {
    TimedTasks.end(scope);
  }
}
