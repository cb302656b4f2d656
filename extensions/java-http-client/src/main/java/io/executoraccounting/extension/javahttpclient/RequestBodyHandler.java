/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.WatchedBodies;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** The client is given the next part of a request's body, and has not sent it. */
public final class RequestBodyHandler {
  private RequestBodyHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This Object subscriber, @Advice.Argument(0) ByteBuffer body) {
    if (WatchedExchanges.none()) {
      return;
    }
    WatchedBodies watched = WatchedExchanges.of(BodyInternals.exchangeOfSubscriber(subscriber));
    if (watched != null && body != null) {
      watched.sent(body);
    }
  }
}
