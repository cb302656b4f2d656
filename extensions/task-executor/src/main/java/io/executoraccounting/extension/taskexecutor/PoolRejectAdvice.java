/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.reject}. */
final class PoolRejectAdvice {
  private PoolRejectAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object pool, @Advice.Argument(0) Object task) {
    PooledTasks.rejected(task, pool);
  }
}
