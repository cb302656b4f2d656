/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.spi.CallOutcome;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The application asked for a stream and did not get it: a request that was sent and not answered
 * has failed.
 */
public final class StreamHandler {
  private StreamHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This HttpURLConnection connection, @Advice.Thrown @Nullable Throwable thrown) {
    SentRequest request = thrown == null ? null : SentRequest.existing(connection);
    if (request != null) {
      request.end(CallOutcome.of(thrown));
    }
  }
}
