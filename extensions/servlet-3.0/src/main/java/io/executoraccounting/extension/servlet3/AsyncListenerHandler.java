/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.http.ServedRequest;
import javax.servlet.AsyncEvent;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;
import net.bytebuddy.asm.Advice;

/**
 * The container tells a listener of the application that a request is over, also after a time-out.
 */
public final class AsyncListenerHandler {
  private AsyncListenerHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(@Advice.Argument(0) AsyncEvent event) {
    ServletRequest supplied = event.getSuppliedRequest();
    HttpServletRequest request =
        ContainerRequest.of(supplied != null ? supplied : event.getAsyncContext().getRequest());
    if (request != null) {
      ServedRequest.departed(request, ContainerRequest.outcome(event.getSuppliedResponse()));
    }
  }
}
