/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.ForkedTasks;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinTask.reinitialize}. */
final class ForkJoinReuseAdvice {
  private ForkJoinReuseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object task) {
    ForkedTasks.unpushed(task);
  }
}
