/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;

/** The application has read a part of the response's body. */
public final class ReadHandler {
  private ReadHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(
      @Advice.This Object stream,
      @Advice.Argument(0) byte[] bytes,
      @Advice.Argument(1) int offset,
      @Advice.Return int length) {
    if (WatchedConnection.none()) {
      return;
    }
    HttpURLConnection connection = BodyInternals.ofInput(stream);
    WatchedConnection watched = WatchedConnection.of(connection);
    if (watched == null) {
      return;
    }
    if (length >= 0) {
      watched.received(bytes, offset, length);
    } else {
      watched.receivedAll();
      WatchedConnection.ended(connection);
    }
  }
}
