/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.Scope.Expect;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tokens once and notes operations and targets. It is no parser: it knows where in
 * a statement a table's name can stand, and takes a name nowhere else.
 */
final class StatementWalk {
  private static final int DEEPEST = 32;

  private final SqlTokens tokens;
  private final SqlDialect dialect;
  private final ReachNotes notes = new ReachNotes();
  private final TargetReader targets;
  private final VerbReader verbs;
  private final ClauseReader clauses;
  private Scope scope = Scope.top();
  private boolean inBlock;
  private int at;

  StatementWalk(SqlTokens tokens, SqlDialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.targets = new TargetReader(tokens, notes);
    this.verbs = new VerbReader(tokens, notes);
    this.clauses = new ClauseReader(tokens, notes);
  }

  SqlReach walk() {
    while (at < tokens.size()) {
      step();
    }
    return notes.finish(tokens.complete());
  }

  private void step() {
    switch (tokens.kind(at)) {
      case OPEN:
        open();
        break;
      case CLOSE:
        close();
        break;
      case COMMA:
        if (!scope.inWith) {
          scope.expect = scope.listOf;
        }
        at++;
        break;
      case SEPARATOR:
        nextStatement();
        at++;
        break;
      case WORD:
      case QUOTED_NAME:
        word(tokens.keyword(at));
        break;
      default:
        // A bind may stand before CALL ({? = call …}) or a procedure's name (EXEC @r = p).
        if (scope.expect != Expect.PROCEDURE) {
          scope.expect = Expect.NOTHING;
        }
        at++;
    }
  }

  private void open() {
    if (scope.depth >= DEEPEST) {
      tokens.cut(at);
      return;
    }
    Scope outer = scope;
    if (outer.expect == Expect.SOURCE) {
      scope = new Scope(outer, Scope.Kind.TABLES, Expect.SOURCE, false);
      scope.listOf = Expect.SOURCE;
    } else if (outer.inWith
        && (isKeyword(at - 1, Keyword.AS) || isKeyword(at - 1, Keyword.MATERIALIZED))) {
      scope = new Scope(outer, Scope.Kind.STATEMENT, Expect.NOTHING, true);
    } else if (outer.atStart && outer.kind == Scope.Kind.STATEMENT) {
      scope = new Scope(outer, Scope.Kind.STATEMENT, Expect.NOTHING, false);
      outer.atStart = false;
    } else {
      scope = new Scope(outer, Scope.Kind.EXPRESSION, Expect.NOTHING, false);
    }
    outer.expect = Expect.NOTHING;
    at++;
  }

  private void close() {
    if (scope.parent != null) {
      scope = scope.parent;
    }
    at++;
  }

  private void nextStatement() {
    notes.endStatement();
    scope = Scope.top();
  }

  private void word(@Nullable Keyword keyword) {
    if (scope.kind != Scope.Kind.STATEMENT) {
      boolean query = keyword == Keyword.SELECT || keyword == Keyword.WITH;
      if (!scope.atStart || !query) {
        nested(keyword);
        return;
      }
      scope.kind = Scope.Kind.STATEMENT;
      scope.expectList(Expect.NOTHING);
    }
    if (scope.atStart) {
      start(keyword);
    } else if (scope.expect != Expect.NOTHING && targets.stands(at, scope)) {
      at = targets.read(at, scope);
    } else if (scope.inWith && isCommonTableName(at)) {
      notes.commonTable(tokens.name(at, at + 1));
      at++;
    } else if (keyword != null) {
      clause(keyword);
    } else {
      at++;
    }
  }

  private void nested(@Nullable Keyword keyword) {
    scope.atStart = false;
    if (scope.kind == Scope.Kind.TABLES) {
      if (scope.expect == Expect.SOURCE && targets.stands(at, scope)) {
        at = targets.read(at, scope);
        return;
      }
      if (keyword == Keyword.JOIN) {
        scope.expect = Expect.SOURCE;
      }
    }
    at++;
  }

  private void start(@Nullable Keyword keyword) {
    if (keyword == Keyword.WITH) {
      scope.atStart = false;
      scope.inWith = true;
      at++;
    } else if (keyword == Keyword.BEGIN && verbs.beginsBlock(at)) {
      inBlock = true;
      at++;
    } else if (keyword != null && keyword.isVerb()) {
      verb(keyword);
    } else {
      scope.atStart = false;
      scope.loose = true;
      if (keyword == null || keyword.role() == Keyword.Role.OBJECT) {
        // A procedure's name within a block, or nothing that is known.
        notes.access(Access.UNKNOWN);
      }
      at++;
    }
  }

  private void verb(Keyword verb) {
    scope.begins(verb);
    boolean nested = scope.cte || scope.parent != null && !isTop(scope.parent);
    at = verbs.read(at, scope, nested);
  }

  /** Whether only parentheses around whole statements stand between a scope and the top. */
  private static boolean isTop(Scope scope) {
    for (Scope outer = scope; outer != null; outer = outer.parent) {
      if (outer.verb != null || outer.kind != Scope.Kind.STATEMENT || outer.loose) {
        return false;
      }
    }
    return true;
  }

  private void clause(Keyword keyword) {
    if (scope.inWith && keyword.isVerb()) {
      verb(keyword);
    } else if (beginsStatement(keyword)) {
      nextStatement();
      verb(keyword);
    } else if (keyword == Keyword.SELECT && !VerbReader.isGrant(scope.verb)) {
      scope.begins(keyword);
      at = verbs.read(at, scope, true);
    } else {
      clauses.read(at, keyword, scope, inBlock);
      at++;
    }
  }

  /** Whether a statement begins without a separator: after IF and the like, in Transact-SQL. */
  private boolean beginsStatement(Keyword keyword) {
    if (scope.parent != null || !isStatementVerb(keyword)) {
      return false;
    }
    if (scope.loose) {
      return keyword == Keyword.SELECT || tokens.kind(at + 1) != TokenKind.OPEN;
    }
    if (keyword == Keyword.SELECT || tokens.kind(at + 1) == TokenKind.OPEN) {
      return false;
    }
    boolean strongest = scope.verb != null && scope.verb.access() == Access.ADMIN;
    return isKeyword(at - 1, Keyword.ELSE)
        || (dialect.separatorOptional() && !strongest && !isWithinClause(at));
  }

  private static boolean isStatementVerb(Keyword keyword) {
    switch (keyword) {
      case SELECT:
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case TRUNCATE:
      case EXEC:
      case EXECUTE:
      case CALL:
      case CREATE:
      case ALTER:
      case DROP:
      case GRANT:
        return true;
      default:
        return false;
    }
  }

  /** Whether a verb is a part of a clause: FOR UPDATE, ON DELETE, THEN INSERT and so on. */
  private boolean isWithinClause(int index) {
    TokenKind before = tokens.kind(index - 1);
    if (before == TokenKind.COMMA || before == TokenKind.DOT) {
      return true;
    }
    Keyword keyword = tokens.keyword(index - 1);
    if (keyword == null) {
      return false;
    }
    switch (keyword) {
      case ON:
      case FOR:
      case THEN:
      case DO:
      case OR:
      case AS:
        return true;
      default:
        return false;
    }
  }

  private boolean isCommonTableName(int index) {
    boolean first = isKeyword(index - 1, Keyword.WITH) || isKeyword(index - 1, Keyword.RECURSIVE);
    return (first || tokens.kind(index - 1) == TokenKind.COMMA)
        && !isKeyword(index, Keyword.RECURSIVE);
  }

  private boolean isKeyword(int index, Keyword keyword) {
    return tokens.keyword(index) == keyword;
  }
}
