/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.SqlDialect;
import io.executoraccounting.sql.SqlReachReader;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement#addBatch(String)}, once it has taken the SQL. */
final class AddSqlToBatchHandler {
  private AddSqlToBatchHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object statement) {
    StatementNotes notes = JdbcRegistry.statement(statement);
    return notes != null && notes.beginAdding() ? notes : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      StatementNotes notes = (StatementNotes) entered;
      SqlDialect dialect = notes.connection.address.system.dialect;
      notes.endAdding(thrown == null ? SqlReachReader.read(sql, dialect) : null);
    }
  }
}
