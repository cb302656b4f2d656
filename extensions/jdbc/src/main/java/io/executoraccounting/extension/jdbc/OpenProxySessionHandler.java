/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import java.util.Collections;
import java.util.Properties;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code OracleConnection#openProxySession(int, Properties)}: from now on the session is the
 * client's. Source: Oracle JDBC 19.3 to 23.26.
 */
final class OpenProxySessionHandler {
  /** {@code OracleConnection.PROXYTYPE_USER_NAME}; others give a certificate or its name. */
  private static final int BY_USER_NAME = 1;

  private OpenProxySessionHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.This Object connection,
      @Advice.Argument(0) int type,
      @Advice.Argument(1) @Nullable Properties client) {
    return SessionCall.begin(connection, step(type, client));
  }

  private static SessionStep step(int type, @Nullable Properties client) {
    // A subclass may fetch its values from anywhere.
    String name =
        client != null && client.getClass() == Properties.class && type == BY_USER_NAME
            ? client.getProperty("PROXY_USER_NAME")
            : null;
    return name == null
        ? SessionStep.to(SessionStep.Kind.SESSION_USER, SessionStep.Target.UNREADABLE)
        : SessionStep.named(SessionStep.Kind.SESSION_USER, Collections.singletonList(name));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    SessionCall.end(entered, thrown);
  }
}
