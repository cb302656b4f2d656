/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The application calls {@code send} or {@code sendAsync}: the last moment on its own thread, whose
 * frames hold for whatever the call sends.
 */
public final class CallHandler {
  private CallHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object multiExchange) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended()) {
      return null;
    }
    Object request = ClientInternals.requestOfCall(multiExchange);
    OpenCall call = service.begin(RequestReader.read(service, request, 0));
    return call == null ? null : ClientCall.register(multiExchange, call);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null && entered instanceof ClientCall) {
      ((ClientCall) entered).end(CallOutcome.of(thrown));
    }
  }
}
