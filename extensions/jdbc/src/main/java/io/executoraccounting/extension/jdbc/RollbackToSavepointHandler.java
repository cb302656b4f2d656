/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import java.sql.Savepoint;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Connection#rollback(Savepoint)}. */
final class RollbackToSavepointHandler {
  private RollbackToSavepointHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.This Object connection, @Advice.Argument(0) @Nullable Savepoint savepoint) {
    return SessionCall.beginEdge(
        connection, SessionCall.named(SessionStep.Kind.ROLLBACK_TO, null, savepoint));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    SessionCall.end(entered, thrown);
  }
}
