/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.bootstrap.WeaveDispatch;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Template, copied to where a dispatched method returns. */
final class DispatchExit {
  private DispatchExit() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @DispatchId int id,
      @Advice.Enter @Nullable Object entered,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result) {
    WeaveDispatch.exit(id, entered, self, arguments, result, null);
  }
}
