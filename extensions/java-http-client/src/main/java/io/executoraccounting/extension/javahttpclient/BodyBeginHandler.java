/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import net.bytebuddy.asm.Advice;

/** HTTP/1.1: the application has chosen what receives the response's body. */
public final class BodyBeginHandler {
  /** {@code 101 Switching Protocols} is "read" as well: the response comes by HTTP/2 then. */
  private static final int FIRST_FINAL_STATUS = 200;

  private BodyBeginHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.This Object response, @Advice.Argument(0) Object receiver) {
    if (!WatchedExchanges.none()
        && BodyInternals.statusOfResponse(response) >= FIRST_FINAL_STATUS) {
      WatchedExchanges.received(BodyInternals.exchangeOfResponse(response), receiver);
    }
  }
}
