/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.sql.Scope.Expect;
import org.jspecify.annotations.Nullable;

/** Reads a name where one is expected, with the words that may stand before and after it. */
final class TargetReader {
  private final SqlTokens tokens;
  private final ReachNotes notes;

  TargetReader(SqlTokens tokens, ReachNotes notes) {
    this.tokens = tokens;
    this.notes = notes;
  }

  /** Whether a name, or a word that leads to it, stands there. */
  boolean stands(int at, Scope scope) {
    return tokens.isName(at) || isModifier(at, scope);
  }

  /** Reads it and returns where to go on. */
  int read(int at, Scope scope) {
    if (isModifier(at, scope)) {
      return at + 1;
    }
    int end = tokens.nameEnd(at);
    Expect expected = scope.expect;
    scope.expect = Expect.NOTHING;
    String name = tokens.name(at, end);
    if (expected == Expect.PROCEDURE) {
      notes.procedure(name);
      return end;
    }
    boolean function = expected == Expect.SOURCE && tokens.kind(end) == TokenKind.OPEN;
    if (function) {
      return end;
    }
    boolean repeated =
        expected == Expect.SOURCE && changes(scope.verb) && !scope.cte && notes.isMain(name);
    if (!repeated) {
      notes.collection(name, isMain(scope));
    }
    return alias(end, name, expected, scope);
  }

  /** The words before a name that are not part of it; where one could be a name, it is one. */
  private boolean isModifier(int at, Scope scope) {
    Keyword keyword = tokens.keyword(at);
    if (keyword == null) {
      return false;
    }
    boolean leads = tokens.isName(at + 1) || tokens.kind(at + 1) == TokenKind.OPEN;
    switch (keyword) {
      case ONLY:
      case LATERAL:
      case OJ:
        return leads;
      case INTO:
      case FROM:
        return scope.expect == Expect.TARGET;
      case TABLE:
      case TABLES:
        return scope.expect != Expect.SOURCE && (leads || tokens.keyword(at + 1) != null);
      case IGNORE:
      case LOW_PRIORITY:
      case HIGH_PRIORITY:
      case DELAYED:
      case QUICK:
      case OVERWRITE:
      case IF:
      case NOT:
      case EXISTS:
      case CONCURRENTLY:
        return scope.expect == Expect.TARGET && (leads || tokens.keyword(at + 1) != null);
      case TEMP:
      case TEMPORARY:
      case UNLOGGED:
        return scope.expect == Expect.NEW_TABLE && leads;
      case PROCEDURE:
        return scope.expect == Expect.PROCEDURE && leads;
      default:
        return false;
    }
  }

  private int alias(int end, String table, Expect expected, Scope scope) {
    int at = tokens.keyword(end) == Keyword.AS ? end + 1 : end;
    if (expected != Expect.SOURCE || !tokens.isName(at) || tokens.keyword(at) != null) {
      return end;
    }
    if (changes(scope.verb) && !scope.cte) {
      notes.alias(tokens.name(at, at + 1), table);
    }
    return at + 1;
  }

  private static boolean changes(@Nullable Keyword verb) {
    return verb == Keyword.UPDATE || verb == Keyword.DELETE;
  }

  private static boolean isMain(Scope scope) {
    Scope statement = scope;
    while (statement.kind == Scope.Kind.TABLES && statement.parent != null) {
      statement = statement.parent;
    }
    return !statement.cte && statement.parent == null;
  }
}
