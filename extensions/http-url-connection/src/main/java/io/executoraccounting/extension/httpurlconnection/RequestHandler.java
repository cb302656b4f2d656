/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A connection writes its request. The headers are whole only when it has: the authenticator's and
 * the cookie handler's are added on the way.
 */
public final class RequestHandler {
  private RequestHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended()) {
      return null;
    }
    SentRequest request = SentRequest.of(connection);
    request.begin(service, connection);
    return request;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This HttpURLConnection connection, @Advice.Enter @Nullable Object entered) {
    AccountingService service = Accounting.service();
    if (service != null && entered instanceof SentRequest) {
      ((SentRequest) entered).written(service, connection);
    }
  }
}
