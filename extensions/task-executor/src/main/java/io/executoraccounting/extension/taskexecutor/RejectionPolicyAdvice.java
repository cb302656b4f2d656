/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.PooledTasks;
import net.bytebuddy.asm.Advice;

/** {@code rejectedExecution} of the JDK's four policies. */
final class RejectionPolicyAdvice {
  private RejectionPolicyAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object task, @Advice.Argument(1) Object pool) {
    PooledTasks.rejectedForGood(task, pool);
  }
}
