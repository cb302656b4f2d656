/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.sql.Connection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Connection#prepareStatement(String, …)} and {@code prepareCall(String, …)}. */
final class PrepareStatementHandler {
  private PrepareStatementHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(
      @Advice.This Connection connection,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Return @Nullable Object statement) {
    StatementRegistration.created(connection, statement, sql == null ? "" : sql);
  }
}
