/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.springsecurity;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;

/** The application asks who is authenticated: by now a deferred context has been loaded. */
public final class ContextTakenHandler {
  private ContextTakenHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.Return @Nullable SecurityContext context) {
    AuthenticationReader.observe(context);
  }
}
