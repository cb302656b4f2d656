/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionChange;
import org.jspecify.annotations.Nullable;

/** Reads what a text does to the session in which it is carried out. Never throws. */
final class SessionChangeReader {
  /** How far from CREATE the word may stand that says what is made. */
  private static final int OBJECT_WITHIN = 8;

  private final SqlTokens tokens;
  private final SqlDialect dialect;
  private final SessionSteps steps = new SessionSteps();
  private final SetReader sets;
  private int statements;

  private SessionChangeReader(SqlTokens tokens, SqlDialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.sets = new SetReader(tokens, dialect, steps);
  }

  /**
   * Null where it does nothing of that kind.
   *
   * @param text which the tokens are of
   */
  static @Nullable SessionChange read(String text, SqlTokens tokens, SqlDialect dialect) {
    return tokens.mentionsSession() || !tokens.complete()
        ? new SessionChangeReader(tokens, dialect).read(text)
        : null;
  }

  private @Nullable SessionChange read(String text) {
    int at = 0;
    while (at < tokens.size()) {
      int end = endOfStatement(at);
      if (end > at) {
        statements++;
        if (!read(at, end)) {
          break;
        }
      }
      at = end + 1;
    }
    if (!tokens.complete()) {
      UnreadRest.read(text, tokens.end(), dialect, steps);
    }
    return steps.isEmpty()
        ? null
        : new SessionChange(steps.list(), statements == 1 && tokens.complete() && !hasMoreVerbs());
  }

  /** SQL Server needs no separator between statements, so that their verbs must tell. */
  private boolean hasMoreVerbs() {
    if (dialect != SqlDialect.SQL_SERVER) {
      return false;
    }
    for (int i = 1; i < tokens.size(); i++) {
      Keyword keyword = tokens.keyword(i);
      boolean noRevert = keyword == Keyword.REVERT && tokens.isWord(i - 1, "NO");
      if (keyword != null && keyword.isVerb() && !noRevert) {
        return true;
      }
    }
    return false;
  }

  /** Where the separator stands, or the text is over. */
  private int endOfStatement(int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case OPEN:
          depth++;
          break;
        case CLOSE:
          depth--;
          break;
        case SEPARATOR:
          if (depth <= 0) {
            return i;
          }
          break;
        default:
          break;
      }
    }
    return tokens.size();
  }

  /** Returns false where a body begins, whose statements are not carried out now. */
  private boolean read(int at, int end) {
    Keyword verb = tokens.keyword(at);
    if (verb == Keyword.CREATE || verb == Keyword.ALTER) {
      return !isBody(at + 1, end);
    }
    switch (dialect) {
      case SQL_SERVER:
        new ImpersonationReader(tokens, steps).read(at, end);
        return true;
      case ORACLE:
        if (new DbmsSessionReader(tokens, steps).read(at, end)) {
          return true;
        }
        break;
      case POSTGRESQL:
        new TransactionEdgeReader(tokens, dialect, steps).read(at, end);
        new SetConfigReader(tokens, steps).read(at, end);
        break;
      default:
        break;
    }
    sets.read(at, end);
    return true;
  }

  /** Of a routine; PostgreSQL's body is a string, or stands between BEGIN ATOMIC and END. */
  private boolean isBody(int from, int end) {
    boolean quoted = dialect == SqlDialect.POSTGRESQL;
    for (int i = from; i < end && (quoted || i < from + OBJECT_WITHIN); i++) {
      Keyword keyword = tokens.keyword(i);
      boolean routine =
          keyword == Keyword.PROCEDURE
              || keyword == Keyword.FUNCTION
              || keyword == Keyword.TRIGGER
              || keyword == Keyword.PACKAGE
              || keyword == Keyword.TYPE
              || tokens.isWord(i, "EVENT")
              || tokens.isWord(i, "PROC");
      if (quoted ? tokens.isWord(i, "ATOMIC") : routine) {
        return true;
      }
    }
    return false;
  }
}
