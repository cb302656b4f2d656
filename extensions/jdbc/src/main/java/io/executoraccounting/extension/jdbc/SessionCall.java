/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionChange;
import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SqlOutcome;
import io.executoraccounting.sql.session.SqlSession;
import io.executoraccounting.sql.session.SqlSessions;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A call of a connection under way that does to its session what a statement could. Where it passes
 * its call on to another of them, that one is believed: the session is then another.
 */
final class SessionCall {
  private final SqlSession session;
  private final Object mark;
  private final @Nullable SessionStep step;

  private SessionCall(SqlSession session, @Nullable SessionStep step) {
    this.session = session;
    this.mark = session.mark();
    this.step = step;
  }

  /**
   * @return null where the connection's session is not followed
   */
  static @Nullable SessionCall begin(Object connection, SessionStep step) {
    SqlSession session = SqlSessions.of(connection);
    return session == null ? null : new SessionCall(session, step);
  }

  /**
   * @param edge of a transaction; null where only the end tells it
   * @return null where the session does not care
   */
  static @Nullable SessionCall beginEdge(Object connection, @Nullable SessionStep edge) {
    SqlSession session = SqlSessions.of(connection);
    return session != null && session.isTransactional() ? new SessionCall(session, edge) : null;
  }

  static void end(@Nullable Object entered, @Nullable Throwable thrown) {
    if (entered != null) {
      SessionCall call = (SessionCall) entered;
      call.end(call.step, thrown);
    }
  }

  void end(@Nullable SessionStep done, @Nullable Throwable thrown) {
    if (done == null || session.mark() != mark) {
      return;
    }
    SessionChange change = SessionChange.of(done);
    if (thrown == null) {
      session.executed(change);
    } else if (!done.isEdge()) {
      session.failed(change, SqlFailure.effect(thrown));
    } else if (SqlFailure.endsTransaction(thrown)) {
      session.failed(change, SqlOutcome.REFUSED);
    }
  }

  /**
   * @param given the name that was asked for; null where the driver makes one
   */
  static @Nullable SessionStep named(
      SessionStep.Kind kind, @Nullable String given, @Nullable Savepoint savepoint) {
    String name = given == null && savepoint != null ? name(savepoint) : given;
    return name == null ? null : SessionStep.named(kind, Collections.singletonList(name));
  }

  /** Its name, or the one that pgjdbc gives it at the server; null where it is over. */
  private static @Nullable String name(Savepoint savepoint) {
    try {
      return savepoint.getSavepointName();
    } catch (SQLException unnamed) {
      return numbered(savepoint);
    }
  }

  private static @Nullable String numbered(Savepoint savepoint) {
    try {
      return "jdbc_savepoint_" + savepoint.getSavepointId();
    } catch (SQLException over) {
      return null;
    }
  }
}
