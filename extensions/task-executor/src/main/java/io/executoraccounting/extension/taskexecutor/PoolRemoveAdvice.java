/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code ThreadPoolExecutor.remove(Runnable)}. */
final class PoolRemoveAdvice {
  private PoolRemoveAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.This Object pool,
      @Advice.Argument(0) @Nullable Object task,
      @Advice.Return boolean removed) {
    if (removed) {
      PooledTasks.removed(task, pool);
    }
  }
}
