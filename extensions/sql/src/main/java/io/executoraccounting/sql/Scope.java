/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import org.jspecify.annotations.Nullable;

/** Where the walk stands within one pair of parentheses, or outside all of them. */
final class Scope {
  /** What stands between the parentheses. */
  enum Kind {
    STATEMENT,
    /** A list of tables: {@code FROM (a JOIN b …)}. */
    TABLES,
    EXPRESSION
  }

  /** What the next name is. */
  enum Expect {
    NOTHING,
    /** A table that is read; a name before parentheses is a function. */
    SOURCE,
    /** A table that the verb is about. */
    TARGET,
    /** The table that {@code SELECT … INTO} makes. */
    NEW_TABLE,
    PROCEDURE
  }

  final @Nullable Scope parent;
  final int depth;

  /** The body of a common table expression, or below one. */
  final boolean cte;

  Kind kind;
  Expect expect;
  boolean atStart = true;
  @Nullable Keyword verb;

  /** What a comma is followed by. */
  Expect listOf = Expect.NOTHING;

  /** Between WITH and the statement it belongs to. */
  boolean inWith;

  /** A verb in the middle begins another statement: after IF, SET and the like. */
  boolean loose;

  boolean usingSeen;
  boolean onSeen;
  boolean returning;

  Scope(@Nullable Scope parent, Kind kind, Expect expect, boolean cte) {
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.kind = kind;
    this.expect = expect;
    this.cte = cte || (parent != null && parent.cte);
  }

  static Scope top() {
    return new Scope(null, Kind.STATEMENT, Expect.NOTHING, false);
  }

  void begins(Keyword verb) {
    this.verb = verb;
    atStart = false;
    inWith = false;
    expect = Expect.NOTHING;
    listOf = Expect.NOTHING;
  }

  void expectList(Expect expect) {
    this.expect = expect;
    this.listOf = expect;
  }
}
