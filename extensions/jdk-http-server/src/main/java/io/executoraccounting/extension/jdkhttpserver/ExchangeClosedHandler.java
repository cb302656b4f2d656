/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.executoraccounting.http.ServedRequest;
import io.executoraccounting.spi.CallOutcome;
import net.bytebuddy.asm.Advice;

/** An exchange closed from another thread without an answer is over as well. */
public final class ExchangeClosedHandler {
  private ExchangeClosedHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(@Advice.This HttpExchange exchange) {
    ServedRequest.departed(exchange, CallOutcome.RETURNED);
  }
}
