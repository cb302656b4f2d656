/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionChange;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a SQL text reaches. Work and memory are bounded whatever the text is: 8192 characters,
 * 2048 tokens, 32 levels of parentheses. Keeps nothing of the text but names and keywords. Safe for
 * use by many threads; never throws.
 */
public final class SqlReachReader {
  private SqlReachReader() {}

  /**
   * Reads one text, which may hold several statements.
   *
   * @param sql the text; null and empty give {@link SqlReach#UNKNOWN}
   */
  public static SqlReach read(@Nullable String sql, SqlDialect dialect) {
    if (sql == null || sql.isEmpty()) {
      return SqlReach.UNKNOWN;
    }
    SqlTokens tokens = SqlLexer.tokens(sql, dialect);
    // First, for the walk may cut what it finds too deep.
    SessionChange session = SessionChangeReader.read(sql, tokens, dialect);
    SqlReach reach = new StatementWalk(tokens, dialect).walk();
    return session == null ? reach : reach.changing(session);
  }
}
