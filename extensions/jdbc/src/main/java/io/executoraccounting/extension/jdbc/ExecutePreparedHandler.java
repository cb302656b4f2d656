/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.sql.session.SessionView;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code PreparedStatement#execute…()}: the SQL was read when it was prepared. */
final class ExecutePreparedHandler {
  private ExecutePreparedHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object statement) {
    AccountingService service = Accounting.service();
    StatementNotes notes = service == null ? null : Execution.counted(statement);
    if (service == null || notes == null) {
      return null;
    }
    OutboundCall call = call(notes, service.credentials());
    return Execution.begin(statement, notes, service, call, notes.preparedChange());
  }

  private static OutboundCall call(StatementNotes notes, CredentialReader credentials) {
    SessionView view = notes.connection.view(credentials);
    if (notes.prepared != null && notes.prepared.session() != null) {
      // What holds while it is carried out depends on more than what holds now.
      return JdbcCallReader.statement(notes.connection, notes.prepared, credentials);
    }
    OutboundCall known = notes.preparedCall(view);
    if (known == null) {
      SqlReach reach = notes.prepared == null ? SqlReach.UNKNOWN : notes.prepared;
      known = JdbcCallReader.statement(notes.connection, reach, credentials);
      notes.preparedCall(known, view);
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
