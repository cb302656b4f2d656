/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.session.SessionChange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement#executeBatch()} and {@code executeLargeBatch()}. */
final class ExecuteBatchHandler {
  private ExecuteBatchHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object statement) {
    AccountingService service = Accounting.service();
    StatementNotes notes = service == null ? null : Execution.counted(statement);
    if (service == null || notes == null) {
      return null;
    }
    BatchReach batch = notes.takeBatch();
    OutboundCall call = JdbcCallReader.batch(notes.connection, batch, service.credentials());
    SessionChange change = batch == null ? null : batch.session();
    return Execution.begin(statement, notes, service, call, change);
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
