/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.Completions;
import net.bytebuddy.asm.Advice;

/** A callback is made, which is when it is registered. */
final class CompletionRegisterAdvice {
  private CompletionRegisterAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object completion) {
    Completions.registered(completion);
  }
}
