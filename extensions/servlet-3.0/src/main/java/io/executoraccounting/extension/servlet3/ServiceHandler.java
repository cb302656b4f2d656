/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.http.ServedRequest;
import io.executoraccounting.spi.CallOutcome;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A servlet or filter is entered with a request, and left. */
public final class ServiceHandler {
  private ServiceHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.Argument(0) ServletRequest presented) {
    HttpServletRequest request = ContainerRequest.of(presented);
    if (request == null) {
      return null;
    }
    ServedRequest.Visit visit =
        ServedRequest.enter(
            request,
            ContainerRequest.dispatchedAgain(presented),
            () -> RequestReader.read(request));
    try {
      ContainerPrincipal.observe(request);
    } catch (Throwable untold) {
      // A realm's own principal may fail to say its name; what was entered must be left all the
      // same.
      return visit;
    }
    return visit;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Argument(0) ServletRequest request,
      @Advice.Argument(1) ServletResponse response,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (!(entered instanceof ServedRequest.Visit)) {
      return;
    }
    ServedRequest.Visit visit = (ServedRequest.Visit) entered;
    @Nullable CallOutcome outcome = CallOutcome.RETURNED;
    try {
      if (thrown != null) {
        outcome = CallOutcome.of(thrown);
      } else {
        outcome = request.isAsyncStarted() ? null : ContainerRequest.outcome(response);
      }
    } finally {
      // Whatever the application's wrappers throw, the thread is done with the request.
      visit.leave(outcome);
    }
  }
}
