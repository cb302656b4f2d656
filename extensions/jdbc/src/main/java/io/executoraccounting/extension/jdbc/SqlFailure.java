/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CallOutcome;
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
