/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.http.WatchedBodies;
import java.nio.ByteBuffer;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** HTTP/1.1: the next part of a response's body is on its way to the application. */
public final class BodyPartHandler {
  private BodyPartHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(
      @Advice.This Object subscriber, @Advice.Argument(0) List<ByteBuffer> body) {
    if (WatchedExchanges.none()) {
      return;
    }
    WatchedBodies watched = WatchedExchanges.ofReceiver(BodyInternals.receiver(subscriber));
    if (watched != null) {
      body.forEach(watched::received);
    }
  }
}
