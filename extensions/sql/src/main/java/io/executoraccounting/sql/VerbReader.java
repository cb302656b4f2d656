/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.Scope.Expect;
import org.jspecify.annotations.Nullable;

/** What each verb of a statement leads to. */
final class VerbReader {
  /** How far from a DDL verb the word may stand that says what it is about. */
  private static final int OBJECT_WITHIN = 8;

  private final SqlTokens tokens;
  private final ReachNotes notes;

  VerbReader(SqlTokens tokens, ReachNotes notes) {
    this.tokens = tokens;
    this.notes = notes;
  }

  /** Whether BEGIN begins a block of statements, and not a transaction. */
  boolean beginsBlock(int at) {
    Keyword next = tokens.keyword(at + 1);
    return tokens.kind(at + 1) == TokenKind.WORD
        && next != Keyword.TRANSACTION
        && next != Keyword.TRAN
        && next != Keyword.WORK
        && (next != null || tokens.kind(at + 2) == TokenKind.OPEN || isQualified(at + 1));
  }

  private boolean isQualified(int at) {
    return tokens.kind(at + 1) == TokenKind.DOT || tokens.kind(at + 1) == TokenKind.SEPARATOR;
  }

  /** Notes the verb at that position and returns where to go on. */
  int read(int at, Scope scope, boolean nested) {
    Keyword verb = tokens.keyword(at);
    if (verb == null) {
      return at + 1;
    }
    if (verb.access() == Access.ADMIN) {
      return definition(at, verb, scope, nested);
    }
    notes.operation(verb.name(), verb.access(), nested);
    switch (verb) {
      case INSERT:
      case REPLACE:
      case UPSERT:
      case MERGE:
      case COPY:
      case DESCRIBE:
      case DESC:
      case TABLE:
        scope.expect = Expect.TARGET;
        return skipAlternative(at + 1);
      case TRUNCATE:
        scope.expectList(Expect.TARGET);
        return at + 1;
      case UPDATE:
      case DELETE:
        if (tokens.keyword(at + 1) == Keyword.STATISTICS) {
          notes.access(Access.ADMIN);
          return at + 2;
        }
        scope.expectList(Expect.TARGET);
        return skipTop(at + 1);
      case CALL:
        // CALL NEXT VALUE FOR s, as H2 and HSQLDB write it.
        if (tokens.kind(at + 2) == TokenKind.WORD && tokens.keyword(at + 3) == Keyword.FOR) {
          scope.expect = Expect.TARGET;
          return at + 4;
        }
        scope.expect = Expect.PROCEDURE;
        return at + 1;
      case EXEC:
      case EXECUTE:
        if (!isDynamic(tokens.keyword(at + 1))) {
          scope.expect = Expect.PROCEDURE;
        }
        return at + 1;
      case EXPLAIN:
        return explain(at, scope);
      case SET:
        if (isServerSetting(tokens.keyword(at + 1))) {
          notes.access(Access.ADMIN);
        }
        scope.loose = true;
        return at + 1;
      case USE:
      case PREPARE:
        scope.loose = true;
        return at + 1;
      default:
        return at + 1;
    }
  }

  /** {@code EXECUTE IMMEDIATE '…'}, {@code EXECUTE AS USER = '…'}. */
  private static boolean isDynamic(@Nullable Keyword keyword) {
    return keyword == Keyword.IMMEDIATE || keyword == Keyword.AS;
  }

  /** {@code INSERT OR REPLACE}, as SQLite writes it; {@code INSERT ALL}, as Oracle does. */
  private int skipAlternative(int at) {
    Keyword keyword = tokens.keyword(at);
    Keyword next = tokens.keyword(at + 1);
    if (keyword == Keyword.OR) {
      return at + 2;
    }
    boolean several = keyword == Keyword.ALL || keyword == Keyword.FIRST;
    return several && (next == Keyword.INTO || next == Keyword.WHEN) ? at + 1 : at;
  }

  /** {@code DELETE TOP (10) FROM t}, as Transact-SQL writes it. */
  private int skipTop(int at) {
    boolean top = tokens.kind(at) == TokenKind.WORD && tokens.kind(at + 1) == TokenKind.OPEN;
    if (!top || tokens.keyword(at) != null) {
      return at;
    }
    int end = at + 2;
    while (end < tokens.size() && tokens.kind(end) != TokenKind.CLOSE) {
      end++;
    }
    return end + 1;
  }

  private static boolean isServerSetting(@Nullable Keyword keyword) {
    return keyword == Keyword.GLOBAL || keyword == Keyword.PERSIST || keyword == Keyword.PASSWORD;
  }

  /** EXPLAIN shows a plan; only with ANALYZE is the statement carried out. */
  private int explain(int at, Scope scope) {
    boolean carriedOut = false;
    for (int i = at + 1; i < tokens.size() && i <= at + 16; i++) {
      Keyword keyword = tokens.keyword(i);
      if (keyword == Keyword.ANALYZE) {
        carriedOut = true;
      } else if (keyword != null && keyword.isVerb() || keyword == Keyword.WITH) {
        if (!carriedOut) {
          notes.explainedOnly();
        }
        scope.atStart = true;
        return i;
      }
    }
    scope.expect = Expect.TARGET;
    return at + 1;
  }

  private int definition(int at, Keyword verb, Scope scope, boolean nested) {
    int objectAt = objectAt(at + 1, verb);
    Keyword object = tokens.keyword(objectAt);
    if (object == null) {
      notes.operation(verb.name(), Access.ADMIN, nested);
      scope.expect = verb == Keyword.LOCK ? Expect.TARGET : Expect.NOTHING;
      return at + 1;
    }
    notes.operation(verb.name() + ' ' + object.name(), Access.ADMIN, nested);
    boolean makes = verb == Keyword.CREATE || verb == Keyword.ALTER;
    switch (object) {
      case TABLE:
      case VIEW:
      case SEQUENCE:
        scope.expect = Expect.TARGET;
        scope.listOf = verb == Keyword.DROP ? Expect.TARGET : Expect.NOTHING;
        return objectAt + 1;
      case FUNCTION:
      case PROCEDURE:
      case PACKAGE:
        // A body follows whose statements are not carried out now.
        return makes ? tokens.size() : objectAt + 1;
      case TRIGGER:
        return makes ? trigger(objectAt) : objectAt + 1;
      default:
        return objectAt + 1;
    }
  }

  private int trigger(int at) {
    int on = at;
    while (on < tokens.size() && tokens.keyword(on) != Keyword.ON) {
      on++;
    }
    if (tokens.isName(on + 1)) {
      notes.collection(tokens.name(on + 1, tokens.nameEnd(on + 1)), true);
    }
    return tokens.size();
  }

  private int objectAt(int from, Keyword verb) {
    if (isGrant(verb)) {
      return -1;
    }
    for (int i = from; i < from + OBJECT_WITHIN && tokens.kind(i) != TokenKind.SEPARATOR; i++) {
      Keyword keyword = tokens.keyword(i);
      if (keyword == Keyword.TABLE || isObject(keyword)) {
        return i;
      }
    }
    return -1;
  }

  static boolean isGrant(@Nullable Keyword verb) {
    return verb == Keyword.GRANT || verb == Keyword.REVOKE || verb == Keyword.DENY;
  }

  private static boolean isObject(@Nullable Keyword keyword) {
    return keyword != null && keyword.role() == Keyword.Role.OBJECT;
  }
}
