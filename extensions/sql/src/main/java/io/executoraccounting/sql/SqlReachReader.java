/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

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
    return new StatementWalk(SqlLexer.tokens(sql, dialect), dialect).walk();
  }
}
