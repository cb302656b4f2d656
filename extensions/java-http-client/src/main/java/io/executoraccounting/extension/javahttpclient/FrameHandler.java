/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.WatchedBodies;
import net.bytebuddy.asm.Advice;

/**
 * HTTP/2: a DATA frame of a response has arrived, on the connection's own thread. The response's
 * head came before, but what the client makes of it may not have.
 */
public final class FrameHandler {
  private FrameHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This Object stream, @Advice.Argument(0) Object frame) {
    if (WatchedExchanges.none()) {
      return;
    }
    WatchedBodies watched = WatchedExchanges.of(BodyInternals.exchange(stream));
    if (watched == null) {
      return;
    }
    watched.responded(BodyInternals.statusOfStream(stream));
    BodyInternals.buffers(frame).forEach(watched::received);
    if (BodyInternals.endsStream(frame)) {
      watched.receivedAll();
      WatchedExchanges.ended(watched);
    }
  }
}
