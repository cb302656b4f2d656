/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code OracleConnection#close(int)} with {@code PROXY_SESSION}: the session is the login's. */
final class CloseProxySessionHandler {
  /** {@code OracleConnection.PROXY_SESSION}. */
  private static final int PROXY_SESSION = 1;

  private CloseProxySessionHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.This Object connection, @Advice.Argument(0) int what) {
    return what == PROXY_SESSION
        ? SessionCall.begin(
            connection, SessionStep.to(SessionStep.Kind.SESSION_USER, SessionStep.Target.DEFAULT))
        : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    SessionCall.end(entered, thrown);
  }
}
