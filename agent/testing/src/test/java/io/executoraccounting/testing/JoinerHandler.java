/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.util.StringJoiner;
import net.bytebuddy.asm.Advice;

final class JoinerHandler {
  private JoinerHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object enter(
      @Advice.This StringJoiner joiner,
      @Advice.Argument(0) CharSequence value,
      @Advice.Origin("#m") String method) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended()) {
      return null;
    }
    return service.begin(OutboundCall.builder("jdk", method + " " + value).build());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter Object state,
      @Advice.Return StringJoiner result,
      @Advice.Thrown Throwable thrown) {
    if (state != null) {
      ((OpenCall) state).end(CallOutcome.of(thrown));
    }
  }
}
