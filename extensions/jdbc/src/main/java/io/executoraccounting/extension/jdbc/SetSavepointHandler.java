/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import java.sql.Savepoint;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Connection#setSavepoint(…)}. */
final class SetSavepointHandler {
  private SetSavepointHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object connection) {
    return SessionCall.beginEdge(connection, null);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Savepoint savepoint) {
    if (entered != null) {
      String given = arguments.length == 1 ? (String) arguments[0] : null;
      SessionStep step = SessionCall.named(SessionStep.Kind.SAVEPOINT, given, savepoint);
      ((SessionCall) entered).end(step, null);
    }
  }
}
