/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.http.ResponseScopesReader;
import io.executoraccounting.spi.CallOutcome;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A response's head was parsed. Arguments are the response's headers, up to Java 17 a progress
 * source, and the connection.
 */
public final class ResponseHandler {
  /** {@code 100 Continue} precedes the response. */
  private static final int FIRST_FINAL_STATUS = 200;

  private ResponseHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.AllArguments Object[] arguments, @Advice.Thrown @Nullable Throwable thrown) {
    HttpURLConnection connection = (HttpURLConnection) arguments[arguments.length - 1];
    SentRequest request = SentRequest.existing(connection);
    if (thrown != null || request == null || MessageHeaders.isTunnelRequest(connection)) {
      return;
    }
    int status = MessageHeaders.status(arguments[0]);
    if (status >= FIRST_FINAL_STATUS) {
      request.end(
          CallOutcome.httpStatus(status)
              .withScopes(
                  ResponseScopesReader.read(status, MessageHeaders.ofResponse(arguments[0]))));
      request.responded(connection, status);
    }
  }
}
