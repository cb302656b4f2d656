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
    ContainerPrincipal.observe(request);
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
    if (thrown != null) {
      visit.complete(CallOutcome.of(thrown));
    } else if (request.isAsyncStarted()) {
      visit.suspend();
    } else {
      visit.complete(ContainerRequest.outcome(response));
    }
  }
}
