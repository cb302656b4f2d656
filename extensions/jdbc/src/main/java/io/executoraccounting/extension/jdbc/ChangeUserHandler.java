/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import java.util.Collections;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code JdbcConnection#changeUser} of MySQL's driver and {@code TrinoConnection#setSessionUser}:
 * the session goes on as that user, without a role. A password among the arguments is not looked
 * at.
 */
final class ChangeUserHandler {
  private ChangeUserHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.This Object connection, @Advice.Argument(0) @Nullable String user) {
    return user == null
        ? null
        : SessionCall.begin(
            connection,
            SessionStep.named(SessionStep.Kind.SESSION_USER, Collections.singletonList(user)));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    SessionCall.end(entered, thrown);
  }
}
