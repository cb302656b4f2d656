/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.WeakIdentityMap;
import io.executoraccounting.sql.session.SqlSessions;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about the application's JDBC objects, keyed by the objects themselves and for
 * as long as the application holds them.
 */
final class JdbcRegistry {
  private static final WeakIdentityMap<Object, PhysicalConnection> CONNECTIONS =
      new WeakIdentityMap<>();
  private static final WeakIdentityMap<Object, StatementNotes> STATEMENTS = new WeakIdentityMap<>();
  private static final WeakIdentityMap<Class<?>, Boolean> WRAPPERS = new WeakIdentityMap<>();

  private JdbcRegistry() {}

  /** The innermost call that returns a connection knows it best, and comes first. */
  static void opened(Object connection, PhysicalConnection facts) {
    CONNECTIONS.putIfAbsent(connection, facts);
    SqlSessions.opened(connection, facts.session);
  }

  static boolean knows(Object connection) {
    return CONNECTIONS.get(connection) != null;
  }

  /**
   * A connection, or a pooled one; null where it is neither a driver's nor was seen being opened.
   */
  static @Nullable PhysicalConnection connection(Object connection) {
    PhysicalConnection seen = CONNECTIONS.get(connection);
    if (seen != null) {
      return seen;
    }
    DatabaseSystem system = DatabaseSystem.ofDriverClass(connection.getClass());
    return system == null ? null : PhysicalConnection.unseen(system);
  }

  static @Nullable StatementNotes statement(Object statement) {
    return STATEMENTS.get(statement);
  }

  static void created(Object statement, StatementNotes notes) {
    STATEMENTS.put(statement, notes);
  }

  /** A class whose statements were seen to pass their calls on to others. */
  static void passesOn(Class<?> type) {
    WRAPPERS.put(type, Boolean.TRUE);
  }

  static boolean wraps(Class<?> type) {
    return WRAPPERS.get(type) != null;
  }
}
