/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement#executeBatch()} and {@code executeLargeBatch()}. */
final class ExecuteBatchHandler {
  private ExecuteBatchHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object statement) {
    return Execution.begin(
        statement,
        (notes, service) ->
            JdbcCallReader.batch(notes.connection, notes.takeBatch(), service.credentials()));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This Object statement,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    StatementNotes notes = JdbcRegistry.statement(statement);
    if (notes != null) {
      // Executed or failed, JDBC empties the batch (JDBC 4.3 s14.1.2), also of one not counted.
      notes.takeBatch();
    }
    Execution.end(statement, entered, thrown);
  }
}
