/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A connection is made. Only where that fails is it the call's end; else the call begins with the
 * request that is written next, and what was begun here is let go.
 */
public final class ConnectHandler {
  private ConnectHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended()) {
      return null;
    }
    return service.begin(
        ConnectionReader.read(
            service,
            ConnectionReader.target(connection),
            MessageHeaders.ofRequest(connection),
            connection.getURL().getQuery(),
            0));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null && entered instanceof OpenCall) {
      ((OpenCall) entered).end(CallOutcome.of(thrown));
    }
  }
}
