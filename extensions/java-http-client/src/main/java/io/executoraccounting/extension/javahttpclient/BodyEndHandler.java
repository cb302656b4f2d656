/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.WatchedBodies;
import net.bytebuddy.asm.Advice;

/** HTTP/1.1: a response's body is complete. */
public final class BodyEndHandler {
  private BodyEndHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This Object subscriber) {
    if (WatchedExchanges.none()) {
      return;
    }
    WatchedBodies watched = WatchedExchanges.ofReceiver(BodyInternals.receiver(subscriber));
    if (watched != null) {
      watched.receivedAll();
      WatchedExchanges.ended(watched);
    }
  }
}
