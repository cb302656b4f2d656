/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of drivers' own connections, by connection. What a pool's extension tells of a
 * connection that it lends: pool and driver may belong to different loaders, and this is the same
 * for both. For any thread; never throws, never blocks.
 */
public final class SqlSessions {
  private static final WeakIdentityMap<Object, SqlSession> SESSIONS = new WeakIdentityMap<>();

  private SqlSessions() {}

  /**
   * @param connection a driver's own, or what a driver lends of it
   */
  public static void opened(Object connection, SqlSession session) {
    SESSIONS.putIfAbsent(connection, session);
  }

  /** Null where it was not seen being opened. */
  public static @Nullable SqlSession of(Object connection) {
    return SESSIONS.get(connection);
  }

  /**
   * A pool hands out a connection, or takes it back. What the one who had it put on is not the next
   * one's doing: it is told with the gap {@code context_stale} where the pool did not take it off.
   *
   * @param connection what the pool got from the driver; null does nothing
   */
  public static void handedOver(@Nullable Object connection) {
    SqlSession session = connection == null ? null : SESSIONS.get(connection);
    if (session != null) {
      session.handedOver();
    }
  }

  /** How many are remembered. */
  public static int size() {
    return SESSIONS.size();
  }
}
