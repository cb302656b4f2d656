/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import net.bytebuddy.asm.Advice;

/** The application has written a part of the body that it streams: bytes, or one byte. */
public final class WriteHandler {
  private WriteHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.This Object stream, @Advice.AllArguments Object[] arguments) {
    if (WatchedConnection.none()) {
      return;
    }
    WatchedConnection watched = WatchedConnection.of(BodyInternals.ofOutput(stream));
    if (watched == null) {
      return;
    }
    if (arguments[0] instanceof byte[]) {
      watched.sent((byte[]) arguments[0], (Integer) arguments[1], (Integer) arguments[2]);
    } else {
      watched.sent(new byte[] {((Integer) arguments[0]).byteValue()}, 0, 1);
    }
  }
}
