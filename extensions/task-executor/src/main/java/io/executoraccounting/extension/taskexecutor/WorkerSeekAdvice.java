/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code ThreadPoolExecutor.getTask}: for workers whose loop is older than the agent. */
final class WorkerSeekAdvice {
  private WorkerSeekAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter() {
    PooledTasks.seeks();
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object pool, @Advice.Return @Nullable Object task) {
    PooledTasks.found(task, pool);
  }
}
