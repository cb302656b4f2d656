/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import net.bytebuddy.asm.Advice;

/** A request goes out, with all headers that the client's filters have added. */
public final class RequestHandler {
  private RequestHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This Object exchange) {
    AccountingService service = Accounting.service();
    ClientCall call = ClientCall.of(ClientInternals.callOfExchange(exchange));
    if (service != null && call != null) {
      call.send(service, exchange);
    }
  }
}
