/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.Scope.Expect;
import org.jspecify.annotations.Nullable;

/** What each clause in the middle of a statement leads to. */
final class ClauseReader {
  private final SqlTokens tokens;
  private final ReachNotes notes;

  ClauseReader(SqlTokens tokens, ReachNotes notes) {
    this.tokens = tokens;
    this.notes = notes;
  }

  /** What a word in the middle of a statement leads to. */
  void read(int at, Keyword keyword, Scope scope, boolean inBlock) {
    Keyword verb = scope.verb;
    switch (keyword) {
      case FROM:
        from(at, verb, scope);
        break;
      case JOIN:
      case STRAIGHT_JOIN:
      case APPLY:
        if (verb != null) {
          scope.expect = Expect.SOURCE;
        }
        break;
      case INTO:
        into(at, verb, scope, inBlock);
        break;
      case USING:
        if ((verb == Keyword.MERGE || verb == Keyword.DELETE) && !scope.usingSeen) {
          scope.usingSeen = true;
          scope.expectList(Expect.SOURCE);
        }
        break;
      case ON:
        on(at, verb, scope);
        break;
      case DELETE:
        if (tokens.keyword(at - 1) == Keyword.THEN) {
          notes.access(Access.DELETE);
        }
        break;
      case RETURNING:
        scope.returning = true;
        scope.listOf = Expect.NOTHING;
        break;
      case WITH:
        with(at, scope);
        break;
      case SET:
      case WHERE:
      case GROUP:
      case ORDER:
      case HAVING:
      case LIMIT:
      case OFFSET:
      case WINDOW:
      case QUALIFY:
      case CONNECT:
      case START:
      case UNION:
      case INTERSECT:
      case EXCEPT:
      case MINUS:
      case VALUES:
      case WHEN:
      case FOR:
      case OUTPUT:
        scope.expectList(Expect.NOTHING);
        break;
      default:
        break;
    }
  }

  private void from(int at, @Nullable Keyword verb, Scope scope) {
    Keyword before = tokens.keyword(at - 1);
    Keyword earlier = tokens.keyword(at - 2);
    boolean comparison =
        before == Keyword.DISTINCT && (earlier == Keyword.IS || earlier == Keyword.NOT);
    if (verb == Keyword.COPY) {
      notes.access(Access.WRITE);
    } else if (verb == Keyword.SELECT || verb == Keyword.UPDATE || verb == Keyword.DELETE) {
      if (!comparison) {
        scope.expectList(Expect.SOURCE);
      }
    }
  }

  private void into(int at, @Nullable Keyword verb, Scope scope, boolean inBlock) {
    if (scope.returning || verb == null) {
      return;
    }
    if (verb == Keyword.SELECT) {
      boolean variable = inBlock || !isNewTable(at + 1);
      if (!variable) {
        notes.access(Access.WRITE);
        scope.expect = Expect.NEW_TABLE;
      }
    } else if (verb == Keyword.LOAD || verb == Keyword.INSERT || verb == Keyword.COPY) {
      notes.access(Access.WRITE);
      scope.expect = Expect.TARGET;
    }
  }

  private boolean isNewTable(int at) {
    Keyword keyword = tokens.keyword(at);
    if (keyword == Keyword.OUTFILE || keyword == Keyword.DUMPFILE) {
      return false;
    }
    return tokens.isName(at);
  }

  private void on(int at, @Nullable Keyword verb, Scope scope) {
    boolean indexing = verb == Keyword.CREATE || verb == Keyword.DROP || verb == Keyword.ALTER;
    if (!VerbReader.isGrant(verb) && !indexing) {
      return;
    }
    boolean table =
        tokens.keyword(at + 1) == Keyword.TABLE
            || tokens.kind(at + 1) == TokenKind.QUOTED_NAME
            || (tokens.kind(at + 1) == TokenKind.WORD && tokens.keyword(at + 1) == null);
    if (table && !scope.onSeen) {
      scope.onSeen = true;
      scope.expect = Expect.TARGET;
    }
  }

  /** A common table expression within INSERT or CREATE, and not a hint such as WITH (NOLOCK). */
  private void with(int at, Scope scope) {
    int name = tokens.keyword(at + 1) == Keyword.RECURSIVE ? at + 2 : at + 1;
    boolean query =
        tokens.isName(name)
            && (tokens.keyword(name + 1) == Keyword.AS || tokens.kind(name + 1) == TokenKind.OPEN);
    if (query) {
      scope.inWith = true;
      scope.listOf = Expect.NOTHING;
    }
  }
}
