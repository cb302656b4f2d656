/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import io.executoraccounting.sql.session.SessionStep.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of roles and users at the end of a statement. A name is an identifier or a plain
 * string; whatever else stands there, and a name that could be anything else, is unreadable.
 */
final class RoleNameReader {
  private static final int MOST_ROLES = 8;

  private final SqlTokens tokens;
  private final SqlDialect dialect;

  RoleNameReader(SqlTokens tokens, SqlDialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  SessionStep read(Kind kind, int from, int end) {
    Target special = special(kind, from, end);
    if (special != null) {
      return SessionStep.to(kind, special);
    }
    List<String> names = new ArrayList<>(1);
    int at = from;
    while (at < end) {
      String name = name(at);
      if (name == null || names.size() == MOST_ROLES) {
        return SessionStep.to(kind, Target.UNREADABLE);
      }
      names.add(name);
      at = afterPassword(afterHost(at + 1));
      if (at >= end || !isList(kind) || tokens.kind(at) != TokenKind.COMMA) {
        break;
      }
      at++;
    }
    if (names.isEmpty() || !isEnd(at, end)) {
      return SessionStep.to(kind, Target.UNREADABLE);
    }
    return SessionStep.named(kind, names);
  }

  /** The words that are no names; null where a name stands. */
  private @Nullable Target special(Kind kind, int at, int end) {
    if (tokens.isWord(at, "DEFAULT") && isEnd(at + 1, end)) {
      return Target.DEFAULT;
    }
    if (kind == Kind.SESSION_USER) {
      return tokens.isWord(at, "SYSTEM_USER") ? Target.DEFAULT : null;
    }
    if (tokens.isWord(at, "NONE") || "none".equals(tokens.literal(at, '\''))) {
      return Target.NONE;
    }
    // All that the login was granted: the login's own rights, whole or less what is excepted.
    return tokens.keyword(at) == Keyword.ALL ? Target.NONE : null;
  }

  /** Null where something else stands there. */
  private @Nullable String name(int at) {
    String name;
    switch (tokens.kind(at)) {
      case WORD:
        name = dialect.folded(tokens.name(at, at + 1));
        break;
      case QUOTED_NAME:
        name = tokens.name(at, at + 1);
        break;
      default:
        name = string(at);
    }
    return name == null ? null : usable(name);
  }

  private @Nullable String string(int at) {
    String text = tokens.literal(at, '\'');
    if (text == null && dialect.doubleQuotesString()) {
      text = tokens.literal(at, '"');
    }
    return text != null && dialect.stringsFold() ? identifier(text) : text;
  }

  private String identifier(String text) {
    String name = text.trim();
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : dialect.folded(name);
  }

  static @Nullable String usable(String name) {
    if (name.isEmpty() || name.length() > 128) {
      return null;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return null;
      }
    }
    return name;
  }

  /** {@code 'r'@'%'}, as MySQL writes it: the host is part of the account, not of the name. */
  private int afterHost(int at) {
    if (dialect != SqlDialect.MYSQL || !tokens.isMark(at, '@')) {
      return at;
    }
    return tokens.length(at) == 1 ? at + 2 : at + 1;
  }

  /** {@code IDENTIFIED BY secret}, as Oracle writes it: not looked at. */
  private int afterPassword(int at) {
    return tokens.isWord(at, "IDENTIFIED") && tokens.isWord(at + 1, "BY") ? at + 3 : at;
  }

  private static boolean isList(Kind kind) {
    return kind == Kind.ROLE;
  }

  private boolean isEnd(int at, int end) {
    // Trino: SET ROLE r IN catalog. Db2: SET SESSION AUTHORIZATION u ALLOW ADMINISTRATION.
    return at >= end || tokens.isWord(at, "IN") || tokens.isWord(at, "ALLOW");
  }
}
