/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import io.executoraccounting.sql.session.SessionStep.Target;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXECUTE AS}, {@code REVERT}, {@code SETUSER} and {@code sp_setapprole} of SQL Server,
 * where statements need no separator between them. Source: Transact-SQL reference of SQL Server
 * 2022.
 */
final class ImpersonationReader {
  private final SqlTokens tokens;
  private final SessionSteps steps;

  ImpersonationReader(SqlTokens tokens, SessionSteps steps) {
    this.tokens = tokens;
    this.steps = steps;
  }

  void read(int from, int end) {
    boolean sure = true;
    for (int i = from; i < end; i++) {
      Keyword keyword = tokens.keyword(i);
      if (keyword == null) {
        sure &= !tokens.isWord(i, "WHILE");
      } else if (keyword == Keyword.IF || keyword == Keyword.BEGIN && !isTransaction(i + 1)) {
        sure = false;
      } else {
        SessionStep step = step(i, keyword, end);
        if (step != null) {
          steps.add(sure ? step : SessionStep.to(Kind.EXECUTE_AS_FOR_GOOD, Target.UNREADABLE));
        }
      }
    }
  }

  private boolean isTransaction(int at) {
    return tokens.keyword(at) == Keyword.TRAN || tokens.keyword(at) == Keyword.TRANSACTION;
  }

  private @Nullable SessionStep step(int at, Keyword keyword, int end) {
    switch (keyword) {
      case EXEC:
      case EXECUTE:
        return tokens.keyword(at + 1) == Keyword.AS ? executeAs(at + 2) : null;
      case REVERT:
        return isStatement(at + 1, end) ? SessionStep.of(Kind.REVERT) : null;
      case SETUSER:
        return at + 1 >= end || !tokens.isMark(at + 1, '\'') && !tokens.isMark(at + 1, 'N')
            ? SessionStep.of(Kind.REVERT_ALL)
            : put(Kind.EXECUTE_AS, at + 1);
      case SP_SETAPPROLE:
        return put(Kind.APPLICATION_ROLE, applicationRole(at + 1, end));
      case SP_UNSETAPPROLE:
        return SessionStep.of(Kind.REVERT);
      default:
        return null;
    }
  }

  /** Outside of a module {@code EXECUTE AS CALLER} does nothing. */
  private @Nullable SessionStep executeAs(int at) {
    boolean user = tokens.keyword(at) == Keyword.USER || tokens.keyword(at) == Keyword.LOGIN;
    if (!user || !tokens.isMark(at + 1, '=')) {
      return null;
    }
    boolean forGood =
        tokens.keyword(at + 3) == Keyword.WITH
            && tokens.isWord(at + 4, "NO")
            && tokens.keyword(at + 5) == Keyword.REVERT;
    boolean forGoodInside =
        tokens.kind(at + 4) == TokenKind.OPEN
            && tokens.isWord(at + 5, "NO")
            && tokens.keyword(at + 6) == Keyword.REVERT;
    return put(forGood || forGoodInside ? Kind.EXECUTE_AS_FOR_GOOD : Kind.EXECUTE_AS, at + 2);
  }

  /** Where the role stands; the password is another parameter, which may come before it. */
  private int applicationRole(int from, int end) {
    int at = tokens.kind(from) == TokenKind.OPEN ? from + 1 : from;
    if (!tokens.isMark(at, '@')) {
      return at;
    }
    for (int i = at; i < end; i++) {
      if (tokens.isWritten(i, "@rolename") && tokens.isMark(i + 1, '=')) {
        return i + 2;
      }
    }
    return end;
  }

  private SessionStep put(Kind kind, int at) {
    String text = tokens.literal(at, '\'');
    String name = text == null ? null : RoleNameReader.usable(text);
    return name == null
        ? SessionStep.to(kind, Target.UNREADABLE)
        : SessionStep.named(kind, Collections.singletonList(name));
  }

  /** Not the NO REVERT of an EXECUTE AS, and not somebody's column. */
  private boolean isStatement(int next, int end) {
    if (tokens.isWord(next - 2, "NO")) {
      return false;
    }
    Keyword keyword = tokens.keyword(next);
    return next >= end || keyword == Keyword.WITH || (keyword != null && keyword.isVerb());
  }
}
