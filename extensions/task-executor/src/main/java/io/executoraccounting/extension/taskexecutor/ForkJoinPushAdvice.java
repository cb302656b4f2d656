/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.ForkedTasks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A fork/join task is put into a queue. */
final class ForkJoinPushAdvice {
  private ForkJoinPushAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) @Nullable Object task) {
    ForkedTasks.pushed(task);
  }
}
