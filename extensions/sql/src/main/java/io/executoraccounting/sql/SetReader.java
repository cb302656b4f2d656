/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import io.executoraccounting.sql.session.SessionStep.Target;
import org.jspecify.annotations.Nullable;

/**
 * {@code SET ROLE}, {@code SET SESSION AUTHORIZATION} and what takes them back, in the ways in
 * which databases write them. Sources: PostgreSQL 18 "SET ROLE"; MySQL 9 and MariaDB 12 "SET ROLE";
 * Oracle 23ai "SET ROLE"; Db2 12 "SET SESSION AUTHORIZATION"; Derby 10.17 and HSQLDB 2.7 "SET
 * ROLE"; Snowflake "USE ROLE"; Trino 470 "SET ROLE", "SET SESSION AUTHORIZATION".
 */
final class SetReader {
  private final SqlTokens tokens;
  private final SessionSteps steps;
  private final RoleNameReader names;

  SetReader(SqlTokens tokens, SqlDialect dialect, SessionSteps steps) {
    this.tokens = tokens;
    this.steps = steps;
    this.names = new RoleNameReader(tokens, dialect);
  }

  void read(int at, int end) {
    Keyword verb = tokens.keyword(at);
    if (verb == null) {
      return;
    }
    switch (verb) {
      case SET:
        set(at + 1, end);
        break;
      case RESET:
        reset(at + 1);
        break;
      case USE:
        if (tokens.keyword(at + 1) == Keyword.ROLE) {
          steps.add(names.read(Kind.ROLE, at + 2, end));
        }
        break;
      case DISCARD:
        if (tokens.keyword(at + 1) == Keyword.ALL) {
          steps.add(SessionStep.of(Kind.DISCARD));
        }
        break;
      default:
        break;
    }
  }

  private void set(int from, int end) {
    boolean local = tokens.isWord(from, "LOCAL");
    boolean session = tokens.keyword(from) == Keyword.SESSION;
    int at = from;
    if (local || (session && !isAuthorization(from))) {
      at++;
    }
    Kind kind = setting(at);
    if (kind == null) {
      return;
    }
    int value = isAuthorization(at) ? at + 2 : at + 1;
    if (tokens.keyword(value) == Keyword.TO || tokens.isMark(value, '=')) {
      value++;
    }
    steps.add(names.read(kind, value, end).local(local));
  }

  private void reset(int at) {
    Kind kind = setting(at);
    if (kind != null) {
      steps.add(SessionStep.to(kind, Target.DEFAULT));
    }
  }

  private @Nullable Kind setting(int at) {
    if (tokens.keyword(at) == Keyword.ROLE) {
      return Kind.ROLE;
    }
    boolean user = tokens.isWord(at, "SESSION_AUTHORIZATION") || tokens.isWord(at, "SESSION_USER");
    return user || isAuthorization(at) ? Kind.SESSION_USER : null;
  }

  private boolean isAuthorization(int at) {
    return tokens.keyword(at) == Keyword.SESSION && tokens.isWord(at + 1, "AUTHORIZATION");
  }
}
