/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.sql.SqlReachReader;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement#execute…(String, …)}: the SQL is read and forgotten. */
final class ExecuteSqlHandler {
  private ExecuteSqlHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.This Object statement, @Advice.Argument(0) @Nullable String sql) {
    AccountingService service = Accounting.service();
    StatementNotes notes = service == null ? null : Execution.counted(statement);
    if (service == null || notes == null) {
      return null;
    }
    SqlReach reach = SqlReachReader.read(sql, notes.connection.address.system.dialect);
    OutboundCall call = JdbcCallReader.statement(notes.connection, reach, service.credentials());
    return Execution.begin(statement, notes, service, call, reach.session());
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This Object statement,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    Execution.end(statement, entered, thrown);
  }
}
