/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.SqlReachReader;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement#execute…(String, …)}: the SQL is read and forgotten. */
final class ExecuteSqlHandler {
  private ExecuteSqlHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(
      @Advice.This Object statement, @Advice.Argument(0) @Nullable String sql) {
    return Execution.begin(
        statement,
        (notes, service) ->
            JdbcCallReader.statement(
                notes.connection,
                SqlReachReader.read(sql, notes.connection.address.system.dialect),
                service.credentials()));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This Object statement,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    Execution.end(statement, entered, thrown);
  }
}
