/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.WeaveDispatch;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Template, copied to where a dispatched method begins. */
final class DispatchEnter {
  private DispatchEnter() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @DispatchId int id,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments) {
    return WeaveDispatch.enter(id, self, arguments);
  }
}
