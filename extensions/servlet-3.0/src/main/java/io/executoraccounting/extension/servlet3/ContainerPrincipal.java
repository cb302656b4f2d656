/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.http.AuthenticatedCaller;
import java.security.Principal;
import javax.servlet.http.HttpServletRequest;

/**
 * The principal that the container itself authenticated. It is asked for only where asking is known
 * to read a field: elsewhere (Jetty's deferred authentication, a framework's wrapper that loads a
 * session) asking would act, and {@link UserPrincipalHandler} waits for the application to ask.
 */
final class ContainerPrincipal {
  private ContainerPrincipal() {}

  static void observe(HttpServletRequest request) {
    String container = request.getClass().getName();
    if (!container.startsWith("org.apache.catalina.") && !container.startsWith("io.undertow.")) {
      return;
    }
    Principal principal = request.getUserPrincipal();
    if (principal != null) {
      AuthenticatedCaller.learned(request, principal.getName(), IdentityType.UNKNOWN);
    }
  }
}
