/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code ScheduledThreadPoolExecutor.delayedExecute}, through which all its tasks go once. */
final class ScheduledPoolAdvice {
  private ScheduledPoolAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object pool, @Advice.Argument(0) @Nullable Object task) {
    PooledTasks.scheduled(task, pool);
  }
}
