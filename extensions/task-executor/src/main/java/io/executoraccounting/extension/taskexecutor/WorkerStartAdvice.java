/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.ThreadStarts;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.addWorker}: the thread it starts belongs to the pool. */
final class WorkerStartAdvice {
  private WorkerStartAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter() {
    ThreadStarts.startingWorker();
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit() {
    ThreadStarts.startedWorker();
  }
}
