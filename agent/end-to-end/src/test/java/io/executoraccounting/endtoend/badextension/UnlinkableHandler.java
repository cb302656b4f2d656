/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.badextension;

import net.bytebuddy.asm.Advice;

public final class UnlinkableHandler {
  private UnlinkableHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object enter() {
    return LeftOut.value();
  }
}
