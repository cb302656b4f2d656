/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.spi.CallOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A request got no response, and the client decides what comes of it: a future that has failed, or
 * null where it sends the request once more.
 */
public final class FailureHandler {
  private FailureHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(
      @Advice.This Object multiExchange,
      @Advice.Argument(0) Throwable failure,
      @Advice.Return @Nullable Object decision) {
    ClientCall call = ClientCall.of(multiExchange);
    if (call != null && decision instanceof CompletableFuture) {
      call.end(CallOutcome.of(cause((CompletableFuture<?>) decision, failure)));
    }
  }

  private static Throwable cause(CompletableFuture<?> decision, Throwable failure) {
    Throwable thrown = failure;
    if (decision.isCompletedExceptionally()) {
      try {
        decision.getNow(null);
      } catch (RuntimeException e) {
        thrown = e;
      }
    }
    boolean wrapped = thrown instanceof CompletionException || thrown instanceof ExecutionException;
    Throwable cause = wrapped ? thrown.getCause() : null;
    return cause == null ? thrown : cause;
  }
}
