/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code ThreadPoolExecutor.execute}. */
final class PoolExecuteAdvice {
  private PoolExecuteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.This Object pool, @Advice.Argument(0) @Nullable Object task) {
    return PooledTasks.accepted(task, pool);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Advice.This Object pool,
      @Advice.Argument(0) @Nullable Object task,
      @Advice.Enter @Nullable Object context,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      PooledTasks.refused(task, pool, context, thrown);
    }
  }
}
