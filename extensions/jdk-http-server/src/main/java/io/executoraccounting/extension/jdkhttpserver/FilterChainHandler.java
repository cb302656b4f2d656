/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.http.AuthenticatedCaller;
import io.executoraccounting.http.ServedRequest;
import io.executoraccounting.spi.CallOutcome;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The first entry into the chain is the arrival of a request; the entries that follow, behind each
 * filter, may know the principal that an authenticator has found meanwhile.
 */
public final class FilterChainHandler {
  private FilterChainHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.Argument(0) HttpExchange exchange) {
    ServedRequest.Visit visit =
        ServedRequest.enter(exchange, false, () -> ExchangeReader.read(exchange));
    HttpPrincipal principal = exchange.getPrincipal();
    if (principal != null) {
      AuthenticatedCaller.learned(exchange, principal.getUsername(), IdentityType.UNKNOWN);
    }
    return visit;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Argument(0) HttpExchange exchange,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (!(entered instanceof ServedRequest.Visit)) {
      return;
    }
    ServedRequest.Visit visit = (ServedRequest.Visit) entered;
    @Nullable CallOutcome outcome = CallOutcome.RETURNED;
    try {
      int status = exchange.getResponseCode();
      if (thrown != null) {
        outcome = CallOutcome.of(thrown);
      } else {
        outcome = status > 0 ? CallOutcome.served(status) : null;
      }
    } finally {
      visit.leave(outcome);
    }
  }
}
