/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.ForkedTasks;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinTask.tryUnfork}. */
final class ForkJoinUnforkAdvice {
  private ForkJoinUnforkAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object task, @Advice.Return boolean unforked) {
    if (unforked) {
      ForkedTasks.unpushed(task);
    }
  }
}
