/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.shutdownNow}: the list it returns is one of its own. */
final class PoolShutdownAdvice {
  private PoolShutdownAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object pool, @Advice.Return List<?> neverRun) {
    for (Object task : neverRun) {
      PooledTasks.removed(task, pool);
    }
  }
}
