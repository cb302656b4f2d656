/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.session.SessionStep;
import io.executoraccounting.sql.session.SessionStep.Kind;
import io.executoraccounting.sql.session.SessionStep.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code DBMS_SESSION.SET_ROLE('r')}, called or in a block. Its argument is the end of a {@code SET
 * ROLE}, password and all. Source: Oracle 23ai, PL/SQL Packages and Types Reference, DBMS_SESSION.
 */
final class DbmsSessionReader {
  private final SqlTokens tokens;
  private final SessionSteps steps;

  DbmsSessionReader(SqlTokens tokens, SessionSteps steps) {
    this.tokens = tokens;
    this.steps = steps;
  }

  /** Returns whether the statement calls the package. */
  boolean read(int from, int end) {
    boolean calls = false;
    for (int i = from; i < end; i++) {
      if (tokens.keyword(i) == Keyword.DBMS_SESSION && tokens.kind(i + 1) == TokenKind.DOT) {
        calls = true;
        if (tokens.isWord(i + 2, "SET_ROLE")) {
          steps.add(isConditional(i) ? unreadable() : step(i + 3));
        }
      }
    }
    return calls;
  }

  private boolean isConditional(int to) {
    for (int i = 0; i < to; i++) {
      if (tokens.keyword(i) == Keyword.IF
          || tokens.isWord(i, "LOOP")
          || tokens.isWord(i, "CASE")
          || tokens.isWord(i, "EXCEPTION")) {
        return true;
      }
    }
    return false;
  }

  private SessionStep step(int open) {
    String text = tokens.kind(open) == TokenKind.OPEN ? tokens.literal(open + 1, '\'') : null;
    if (text == null || tokens.kind(open + 2) != TokenKind.CLOSE) {
      return unreadable();
    }
    List<String> names = new ArrayList<>(1);
    for (String part : text.split(",", 9)) {
      String name = part.trim();
      if (!isIdentifier(name) || names.size() == 8) {
        return unreadable();
      }
      names.add(name.toUpperCase(Locale.ROOT));
    }
    String first = names.get(0);
    boolean login = first.equals("NONE") || first.equals("ALL");
    return login ? SessionStep.to(Kind.ROLE, Target.NONE) : SessionStep.named(Kind.ROLE, names);
  }

  /** {@code r IDENTIFIED BY secret} is none. */
  private static boolean isIdentifier(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '$' && c != '#') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static SessionStep unreadable() {
    return SessionStep.to(Kind.ROLE, Target.UNREADABLE);
  }
}
