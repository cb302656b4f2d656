/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.Completions;
import net.bytebuddy.asm.Advice;

/** {@code UniCompletion.claim}. */
final class CompletionClaimAdvice {
  private CompletionClaimAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object completion, @Advice.Return boolean claimed) {
    if (claimed) {
      Completions.claimed(completion);
    }
  }
}
