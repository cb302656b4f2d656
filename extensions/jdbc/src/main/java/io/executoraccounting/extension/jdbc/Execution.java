/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlExecution;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends the execution of a statement, once whatever lies around the driver's own. A
 * statement is an object here: the class that executes it may leave it to a subclass to say that it
 * is one, as SQLite's do.
 */
final class Execution {
  private Execution() {}

  /**
   * @param reading makes the call from what is known of the statement; asked only if it counts
   * @return null where it does not count
   */
  static @Nullable Object begin(
      Object statement, BiFunction<StatementNotes, AccountingService, OutboundCall> reading) {
    AccountingService service = Accounting.service();
    if (service == null || AccountingGuard.suspended() || SqlExecution.isPartOfAnother(statement)) {
      return null;
    }
    StatementNotes notes = JdbcRegistry.statement(statement);
    if (notes == null) {
      if (JdbcRegistry.wraps(statement.getClass())) {
        return null;
      }
      notes = unseen(statement);
    }
    OpenCall call = service.begin(reading.apply(notes, service));
    return call == null ? null : SqlExecution.enter(statement, notes.connection.isPhysical(), call);
  }

  private static StatementNotes unseen(Object statement) {
    DatabaseSystem system = DatabaseSystem.ofDriverClass(statement.getClass());
    return new StatementNotes(
        PhysicalConnection.unseen(system == null ? DatabaseSystem.OTHER : system), null);
  }

  static void end(Object statement, @Nullable Object entered, @Nullable Throwable thrown) {
    if (entered == null) {
      return;
    }
    SqlExecution execution = (SqlExecution) entered;
    if (execution.leave()) {
      execution.call().end(SqlFailure.outcome(thrown));
    } else {
      JdbcRegistry.passesOn(statement.getClass());
    }
  }
}
