/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.runWorker}: a worker's whole life. */
final class WorkerAdvice {
  private WorkerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object pool) {
    PooledTasks.serves(pool);
  }
}
