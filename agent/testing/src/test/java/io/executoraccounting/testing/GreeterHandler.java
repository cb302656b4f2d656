/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import net.bytebuddy.asm.Advice;
import sample.library.Greeter;

final class GreeterHandler {
  private GreeterHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object enter(@Advice.This Greeter greeter, @Advice.Argument(0) String name) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended()) {
      return null;
    }
    return service.begin(OutboundCall.builder("greeting", "GREET " + name).build());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(@Advice.Enter Object state, @Advice.Thrown Throwable thrown) {
    if (state != null) {
      ((OpenCall) state).end(CallOutcome.of(thrown));
    }
  }
}
