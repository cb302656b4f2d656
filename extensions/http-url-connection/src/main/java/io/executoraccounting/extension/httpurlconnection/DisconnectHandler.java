/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.spi.CallOutcome;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;

/** The application gives up the connection, perhaps before it has looked for a response. */
public final class DisconnectHandler {
  private static final CallOutcome UNANSWERED = CallOutcome.failed("disconnected");

  private DisconnectHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This HttpURLConnection connection) {
    SentRequest request = SentRequest.existing(connection);
    if (request != null) {
      request.end(UNANSWERED);
    }
  }
}
