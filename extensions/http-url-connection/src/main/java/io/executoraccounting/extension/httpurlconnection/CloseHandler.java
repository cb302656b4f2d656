/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import net.bytebuddy.asm.Advice;

/** The application reads no more of the response. */
public final class CloseHandler {
  private CloseHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.This Object stream) {
    if (!WatchedConnection.none()) {
      WatchedConnection.ended(BodyInternals.ofInput(stream));
    }
  }
}
