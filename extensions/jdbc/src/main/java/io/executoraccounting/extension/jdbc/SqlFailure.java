/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.sql.session.SqlOutcome;
import java.lang.reflect.InvocationTargetException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How an execution ended: of an exception only its SQLState is told, or its class. */
final class SqlFailure {
  private SqlFailure() {}

  static CallOutcome outcome(@Nullable Throwable thrown) {
    String state = thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
    return state == null || !isState(state)
        ? CallOutcome.of(thrown)
        : CallOutcome.failed(state).with("db.response.status_code", state);
  }

  /** What a failure says of the text that it came of. */
  static SqlOutcome effect(Throwable thrown) {
    if (!(thrown instanceof SQLException)) {
      return SqlOutcome.UNCERTAIN;
    }
    SQLException failure = cause((SQLException) thrown);
    Boolean servers = isServers(failure);
    String state = failure.getSQLState();
    if (servers == null) {
      // Derby has a code for everything, also for what it says when the work is done: X0Y78.
      boolean coded = failure.getErrorCode() != 0 && (state == null || !state.startsWith("X"));
      return coded || isRefusal(state) ? SqlOutcome.REFUSED : SqlOutcome.UNCERTAIN;
    }
    if (servers) {
      return SqlOutcome.REFUSED;
    }
    // pgjdbc: no result where one was asked for, one too many where none was. Both come afterwards.
    return "02000".equals(state) || "0100E".equals(state) ? SqlOutcome.DONE : SqlOutcome.UNCERTAIN;
  }

  /**
   * Whether a call that was to end a transaction came to the server. A driver may refuse it by
   * itself, because it believes that there is none.
   */
  static boolean endsTransaction(Throwable thrown) {
    return effect(thrown) == SqlOutcome.REFUSED
        || (thrown instanceof SQLException
            && "25P02".equals(((SQLException) thrown).getSQLState()));
  }

  /** Of a batch the exception of the statement that failed, where the driver hangs it on. */
  private static SQLException cause(SQLException thrown) {
    SQLException next = thrown.getNextException();
    return thrown instanceof BatchUpdateException && next != null ? next : thrown;
  }

  /** Whether the server's own words are in it; null where its class does not say. */
  private static @Nullable Boolean isServers(SQLException thrown) {
    try {
      return thrown.getClass().getMethod("getServerErrorMessage").invoke(thrown) != null;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException other) {
      return null;
    }
  }

  /** Data, transaction state, authorization, syntax or role: what a server says no for. */
  private static boolean isRefusal(@Nullable String state) {
    if (state == null || state.length() != 5) {
      return false;
    }
    switch (state.substring(0, 2)) {
      case "0L":
      case "0P":
      case "22":
      case "25":
      case "28":
      case "42":
        return true;
      default:
        return false;
    }
  }

  /** Five characters of digits and capitals; drivers and procedures may put any text there. */
  private static boolean isState(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return text.length() == 5;
  }
}
