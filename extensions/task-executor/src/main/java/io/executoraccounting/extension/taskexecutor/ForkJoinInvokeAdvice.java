/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.ForkedTasks;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinTask.invoke} and its kin: the first task is executed here, in no queue before. */
final class ForkJoinInvokeAdvice {
  private ForkJoinInvokeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter() {
    ForkedTasks.callsDirectly();
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit() {
    ForkedTasks.calledDirectly();
  }
}
