/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code Connection#reset()} of MariaDB's driver, with which its pool takes a connection back. Only
 * with {@code useResetConnection} it makes a new session of it.
 */
final class ResetSessionHandler {
  private ResetSessionHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object connection) {
    Boolean whole = MariaDbReset.isWhole(connection);
    if (whole == null) {
      return SessionCall.begin(
          connection, SessionStep.to(SessionStep.Kind.ROLE, SessionStep.Target.UNREADABLE));
    }
    return whole ? SessionCall.begin(connection, SessionStep.of(SessionStep.Kind.DISCARD)) : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    SessionCall.end(entered, thrown);
  }
}
