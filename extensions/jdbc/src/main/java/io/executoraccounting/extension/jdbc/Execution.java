/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlExecution;
import io.executoraccounting.sql.session.SessionChange;
import io.executoraccounting.sql.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends the execution of a statement, once whatever lies around the driver's own. A
 * statement is an object here: the class that executes it may leave it to a subclass to say that it
 * is one, as SQLite's do.
 */
final class Execution {
  private Execution() {}

  /** What is known of a statement; null where an execution of it does not count. */
  static @Nullable StatementNotes counted(Object statement) {
    if (AccountingGuard.suspended() || SqlExecution.isPartOfAnother(statement)) {
      return null;
    }
    StatementNotes notes = JdbcRegistry.statement(statement);
    if (notes == null && !JdbcRegistry.wraps(statement.getClass())) {
      notes = unseen(statement);
    }
    return notes;
  }

  /**
   * @param change what it does to the session, which is followed also while accounting is off
   */
  static Object begin(
      Object statement,
      StatementNotes notes,
      AccountingService service,
      OutboundCall call,
      @Nullable SessionChange change) {
    OpenCall open = service.begin(call);
    PhysicalConnection connection = notes.connection;
    return SqlExecution.enter(statement, connection.isPhysical(), open, connection.session, change);
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
    if (!execution.leave()) {
      JdbcRegistry.passesOn(statement.getClass());
      return;
    }
    OpenCall call = execution.call();
    if (call != null) {
      call.end(SqlFailure.outcome(thrown));
    }
    SqlSession session = execution.session();
    if (session == null) {
      return;
    }
    if (thrown == null) {
      session.executed(execution.change());
    } else {
      session.failed(execution.change(), SqlFailure.effect(thrown));
    }
  }
}
