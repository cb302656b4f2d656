/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.http.ServedRequest;
import io.executoraccounting.spi.CallOutcome;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The application completes an asynchronous request; the context forgets its request by then. */
public final class AsyncCompleteHandler {
  private AsyncCompleteHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This AsyncContext context) {
    HttpServletRequest request = ContainerRequest.of(context.getRequest());
    return request == null
        ? null
        : new Completion(request, ContainerRequest.outcome(context.getResponse()));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered instanceof Completion && thrown == null) {
      Completion completion = (Completion) entered;
      ServedRequest.departed(completion.request, completion.outcome);
    }
  }

  private static final class Completion {
    final HttpServletRequest request;
    final CallOutcome outcome;

    Completion(HttpServletRequest request, CallOutcome outcome) {
      this.request = request;
      this.outcome = outcome;
    }
  }
}
