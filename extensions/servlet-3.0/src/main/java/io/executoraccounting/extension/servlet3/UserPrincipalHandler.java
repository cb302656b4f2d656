/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.http.AuthenticatedCaller;
import java.security.Principal;
import javax.servlet.http.HttpServletRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The application asks who is authenticated: the answer is read as it passes. */
public final class UserPrincipalHandler {
  private UserPrincipalHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(
      @Advice.This HttpServletRequest asked, @Advice.Return @Nullable Principal principal) {
    HttpServletRequest request = principal == null ? null : ContainerRequest.of(asked);
    if (principal != null && request != null) {
      AuthenticatedCaller.learned(request, principal.getName(), IdentityType.UNKNOWN);
    }
  }
}
