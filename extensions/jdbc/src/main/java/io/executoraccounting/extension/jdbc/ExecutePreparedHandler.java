/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlReach;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code PreparedStatement#execute…()}: the SQL was read when it was prepared. */
final class ExecutePreparedHandler {
  private ExecutePreparedHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object statement) {
    return Execution.begin(statement, ExecutePreparedHandler::call);
  }

  private static OutboundCall call(StatementNotes notes, AccountingService service) {
    OutboundCall known = notes.preparedCall();
    if (known == null) {
      SqlReach reach = notes.prepared == null ? SqlReach.UNKNOWN : notes.prepared;
      known = JdbcCallReader.statement(notes.connection, reach, service.credentials());
      notes.preparedCall(known);
    }
    return known;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This Object statement,
      @Advice.Enter @Nullable Object entered,
      @Advice.Thrown @Nullable Throwable thrown) {
    Execution.end(statement, entered, thrown);
  }
}
