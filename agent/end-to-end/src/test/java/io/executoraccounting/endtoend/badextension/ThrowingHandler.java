/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.badextension;

import net.bytebuddy.asm.Advice;

public final class ThrowingHandler {
  private ThrowingHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object enter() {
    throw new IllegalStateException("canary-thrown-by-handler");
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(@Advice.Enter Object entered) {
    throw new IllegalStateException("canary-thrown-by-handler");
  }
}
