/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.spi.CallOutcome;
import javax.servlet.DispatcherType;
import javax.servlet.ServletRequest;
import javax.servlet.ServletRequestWrapper;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The container's own request object below the wrappers of the application and its frameworks. */
final class ContainerRequest {
  private static final int MAX_WRAPPERS = 64;

  private ContainerRequest() {}

  /** Null where it is no HTTP request, or the wrappers do not end. */
  static @Nullable HttpServletRequest of(@Nullable ServletRequest presented) {
    ServletRequest request = presented;
    for (int i = 0; request instanceof ServletRequestWrapper; i++) {
      if (i == MAX_WRAPPERS) {
        return null;
      }
      request = ((ServletRequestWrapper) request).getRequest();
    }
    return request instanceof HttpServletRequest ? (HttpServletRequest) request : null;
  }

  /**
   * Tomcat keeps the type of a dispatch in a wrapper of its own: the request as presented knows.
   */
  static boolean dispatchedAgain(ServletRequest presented) {
    return presented.getDispatcherType() != DispatcherType.REQUEST;
  }

  static CallOutcome outcome(@Nullable ServletResponse response) {
    return response instanceof HttpServletResponse
        ? CallOutcome.served(((HttpServletResponse) response).getStatus())
        : CallOutcome.RETURNED;
  }
}
