/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.Completions;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code tryFire} of a callback. */
final class CompletionFireAdvice {
  private CompletionFireAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.This Object completion, @Advice.Argument(0) int mode) {
    return Completions.begin(completion, mode);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object scope, @Advice.Argument(0) int mode) {
    Completions.end(scope, mode);
  }
}
