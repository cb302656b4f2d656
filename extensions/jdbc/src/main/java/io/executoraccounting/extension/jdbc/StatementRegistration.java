/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.sql.SqlReachReader;
import org.jspecify.annotations.Nullable;

/** Ties a statement to its connection. */
final class StatementRegistration {
  private StatementRegistration() {}

  /**
   * @param connection a driver's own; for a pool's, nothing is remembered
   * @param sql null where nothing is prepared; only what it reaches is kept
   */
  static void created(Object connection, @Nullable Object statement, @Nullable String sql) {
    if (statement == null) {
      return;
    }
    StatementNotes known = JdbcRegistry.statement(statement);
    if (known != null && known.connection.knowsUser()) {
      // A driver's methods call one another; the innermost came first and was read.
      return;
    }
    PhysicalConnection facts = JdbcRegistry.connection(connection);
    if (facts == null || (known != null && !facts.knowsUser())) {
      return;
    }
    JdbcRegistry.created(statement, new StatementNotes(facts, reach(known, sql, facts)));
  }

  private static @Nullable SqlReach reach(
      @Nullable StatementNotes known, @Nullable String sql, PhysicalConnection facts) {
    if (known != null) {
      return known.prepared;
    }
    return sql == null ? null : SqlReachReader.read(sql, facts.address.system.dialect);
  }
}
