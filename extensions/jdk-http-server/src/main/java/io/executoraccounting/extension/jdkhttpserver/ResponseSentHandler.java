/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.executoraccounting.http.ServedRequest;
import io.executoraccounting.spi.CallOutcome;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A handler that returned without an answer has left it to another thread: here it is given. */
public final class ResponseSentHandler {
  private ResponseSentHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This HttpExchange exchange,
      @Advice.Argument(0) int status,
      @Advice.Thrown @Nullable Throwable thrown) {
    ServedRequest.departed(
        exchange, thrown == null ? CallOutcome.served(status) : CallOutcome.of(thrown));
  }
}
