/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.sql.session.SessionChange;
import io.executoraccounting.sql.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * One execution under way on this thread. A pool's statement passes its call on to the driver's,
 * and a driver's may call itself: of all these one is counted, the innermost that reaches a
 * database. Pool and driver may belong to different loaders; this class is the same for both.
 *
 * <p>Touched by its own thread alone. Never throws, never blocks.
 */
public final class SqlExecution extends ThreadMarker {
  private static final Innermost<SqlExecution> INNERMOST = new Innermost<>();

  private final Object statement;
  private final boolean physical;
  private final @Nullable OpenCall call;
  private final @Nullable SqlSession session;
  private final @Nullable SessionChange change;
  private final @Nullable SqlExecution outer;
  private boolean passedOn;

  private SqlExecution(
      Object statement,
      boolean physical,
      @Nullable OpenCall call,
      @Nullable SqlSession session,
      @Nullable SessionChange change,
      @Nullable SqlExecution outer) {
    this.statement = statement;
    this.physical = physical;
    this.call = call;
    this.session = session;
    this.change = change;
    this.outer = outer;
  }

  /** Whether an execution of that statement would only be a part of one under way. */
  public static boolean isPartOfAnother(Object statement) {
    SqlExecution innermost = INNERMOST.get();
    return innermost != null
        && (innermost.statement == statement
            || isSameLibrary(innermost.statement.getClass(), statement.getClass()));
  }

  /**
   * @param physical whether the statement is known to belong to a driver's own connection
   */
  public static SqlExecution enter(Object statement, boolean physical, OpenCall call) {
    return enter(statement, physical, call, null, null);
  }

  /**
   * @param call null where it is not accounted for: accounting is off
   * @param session that of the statement's connection; null where none is followed
   * @param change what the statement does to it; null where it does nothing
   */
  public static SqlExecution enter(
      Object statement,
      boolean physical,
      @Nullable OpenCall call,
      @Nullable SqlSession session,
      @Nullable SessionChange change) {
    SqlExecution entered =
        new SqlExecution(statement, physical, call, session, change, INNERMOST.get());
    INNERMOST.set(entered);
    return entered;
  }

  /** Returns false where it only passed its call on, so that it is not to be counted. */
  public boolean leave() {
    INNERMOST.set(outer);
    if (outer != null) {
      outer.passedOn = true;
    }
    return physical || !passedOn;
  }

  /** Null where it is not accounted for. */
  public @Nullable OpenCall call() {
    return call;
  }

  /** The session in which it is carried out, also where it is not accounted for. */
  public @Nullable SqlSession session() {
    return session;
  }

  public @Nullable SessionChange change() {
    return change;
  }

  /** By the first three parts of the package's name. */
  private static boolean isSameLibrary(Class<?> one, Class<?> other) {
    if (one == other) {
      return true;
    }
    String name = one.getName();
    int end = -1;
    for (int parts = 0; parts < 3; parts++) {
      int dot = name.indexOf('.', end + 1);
      if (dot < 0) {
        break;
      }
      end = dot;
    }
    return end > 0 && other.getName().regionMatches(0, name, 0, end + 1);
  }
}
