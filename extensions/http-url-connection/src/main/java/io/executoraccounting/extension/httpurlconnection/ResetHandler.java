/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import net.bytebuddy.asm.Advice;

/** The application goes back to where it set its mark. */
public final class ResetHandler {
  private ResetHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.This Object stream) {
    WatchedConnection watched =
        WatchedConnection.none() ? null : WatchedConnection.of(BodyInternals.ofInput(stream));
    if (watched != null) {
      watched.reset();
    }
  }
}
