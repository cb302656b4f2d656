/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the walk has come across so far: keywords and names, statement by statement. */
final class ReachNotes {
  private static final int LONGEST_NAME = 128;
  private static final int MOST_PARTS = 64;

  private final List<String> commonTables = new ArrayList<>(2);
  private final QuerySummary summary = new QuerySummary();
  private final StatementNotes strongest = new StatementNotes();
  private StatementNotes statement = new StatementNotes();
  private List<String> parts = new ArrayList<>(4);
  private List<String> previousParts = new ArrayList<>(0);
  private @Nullable Access strongestAccess;
  private boolean begun;

  /** An operation; {@code nested} where it is part of another one. */
  void operation(String name, @Nullable Access access, boolean nested) {
    part(name);
    if (!nested && statement.operation == null) {
      statement.operation = name;
    }
    access(access);
  }

  /** The statement is only explained: nothing of it is carried out. */
  void explainedOnly() {
    statement.explainedOnly = true;
  }

  void access(@Nullable Access access) {
    begun = true;
    if (statement.explainedOnly) {
      return;
    }
    if (AccessStrength.of(access) > AccessStrength.of(statement.access)) {
      statement.access = access;
    }
  }

  void commonTable(String name) {
    commonTables.add(name.toLowerCase(Locale.ROOT));
  }

  /** A table; {@code main} where it belongs to the statement itself and not to a part of it. */
  void collection(String name, boolean main) {
    if (!isUsable(name) || commonTables.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    part(QuerySummary.target(name));
    if (statement.first == null) {
      statement.first = name;
    }
    if (main && statement.main == null) {
      statement.main = name;
    }
  }

  /** Whether the statement was already said to be about that table, or that alias of one. */
  boolean isMain(String name) {
    return name.equalsIgnoreCase(statement.main);
  }

  /** An alias: {@code UPDATE o … FROM orders o} is about {@code orders}. */
  void alias(String alias, String table) {
    String main = statement.main;
    if (main == null || !main.equalsIgnoreCase(alias) || !isUsable(table)) {
      return;
    }
    String real = QuerySummary.target(table);
    parts.remove(parts.lastIndexOf(real));
    parts.replaceAll(part -> part.equals(QuerySummary.target(main)) ? real : part);
    statement.main = table;
    statement.first = table;
  }

  void procedure(String name) {
    if (isUsable(name) && statement.procedure == null) {
      statement.procedure = name;
      part(QuerySummary.target(name));
    }
  }

  void endStatement() {
    if (!begun) {
      return;
    }
    if (!parts.equals(previousParts)) {
      summary.add(parts);
    }
    previousParts = parts;
    if (AccessStrength.of(statement.access) > AccessStrength.of(strongestAccess)) {
      strongestAccess = statement.access;
    }
    if (strongest.operation == null
        || AccessStrength.of(statement.access) > AccessStrength.of(strongest.access)) {
      strongest.become(statement);
    }
    statement = new StatementNotes();
    parts = new ArrayList<>(4);
    commonTables.clear();
    begun = false;
  }

  SqlReach finish(boolean complete) {
    endStatement();
    Access access = strongestAccess == null ? Access.UNKNOWN : strongestAccess;
    if (!complete && access == Access.READ) {
      // What was not read may write.
      access = Access.UNKNOWN;
    }
    return new SqlReach(
        strongest.operation,
        strongest.main == null ? strongest.first : strongest.main,
        strongest.procedure,
        summary.text(),
        access,
        complete,
        null);
  }

  private void part(String part) {
    begun = true;
    if (parts.size() < MOST_PARTS) {
      parts.add(part);
    }
  }

  private static boolean isUsable(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Of one statement. */
  private static final class StatementNotes {
    @Nullable String operation;
    @Nullable Access access;
    @Nullable String main;
    @Nullable String first;
    @Nullable String procedure;
    boolean explainedOnly;

    void become(StatementNotes other) {
      operation = other.operation;
      access = other.access;
      main = other.main;
      first = other.first;
      procedure = other.procedure;
    }
  }
}
