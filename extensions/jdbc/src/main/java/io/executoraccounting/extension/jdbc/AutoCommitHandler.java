/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SqlSession;
import io.executoraccounting.sql.session.SqlSessions;
import net.bytebuddy.asm.Advice;

/** {@code Connection#setAutoCommit(boolean)}; to set it to what it is does nothing. */
final class AutoCommitHandler {
  private AutoCommitHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.This Object connection, @Advice.Argument(0) boolean on) {
    SqlSession session = SqlSessions.of(connection);
    if (session != null) {
      session.autoCommit(on);
    }
  }
}
