/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.spi.CallOutcome;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The client itself, or a cookie handler or authenticator in it, threw before it sent anything. */
public final class RefusalHandler {
  private RefusalHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This Object multiExchange, @Advice.Thrown @Nullable Throwable thrown) {
    ClientCall call = thrown == null ? null : ClientCall.of(multiExchange);
    if (call != null) {
      call.end(CallOutcome.of(thrown));
    }
  }
}
