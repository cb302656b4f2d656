/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.session.SessionChange;
import org.jspecify.annotations.Nullable;

/**
 * What a SQL text reaches, in names and keywords alone. Immutable.
 *
 * <p>Where the text holds several statements, operation, collection and access are those of the
 * strongest one, the first where several are equally strong.
 */
public final class SqlReach {
  /** Nothing could be read: no text, or none that is SQL. */
  public static final SqlReach UNKNOWN =
      new SqlReach(null, null, null, null, Access.UNKNOWN, false, null);

  private final @Nullable String operation;
  private final @Nullable String collection;
  private final @Nullable String procedure;
  private final @Nullable String summary;
  private final Access access;
  private final boolean complete;
  private final @Nullable SessionChange session;

  SqlReach(
      @Nullable String operation,
      @Nullable String collection,
      @Nullable String procedure,
      @Nullable String summary,
      Access access,
      boolean complete,
      @Nullable SessionChange session) {
    this.operation = operation;
    this.collection = collection;
    this.procedure = procedure;
    this.summary = summary;
    this.access = access;
    this.complete = complete;
    this.session = session;
  }

  SqlReach changing(SessionChange session) {
    return new SqlReach(operation, collection, procedure, summary, access, complete, session);
  }

  /** {@code db.operation.name}: {@code SELECT}, {@code CREATE TABLE} …; null if unknown. */
  public @Nullable String operation() {
    return operation;
  }

  /**
   * {@code db.collection.name}: the main table as it is written, without quotes, qualified where
   * the text qualifies it; null if there is none.
   */
  public @Nullable String collection() {
    return collection;
  }

  /** {@code db.stored_procedure.name}: the procedure that is called; null if none is. */
  public @Nullable String procedure() {
    return procedure;
  }

  /**
   * {@code db.query.summary}: operations and targets in the order of the text, at most 255
   * characters; null if nothing could be read.
   */
  public @Nullable String summary() {
    return summary;
  }

  public Access access() {
    return access;
  }

  /**
   * False where the text was too long, malformed, or written so that its dialect cannot be told:
   * more may be reached than is said here.
   */
  public boolean complete() {
    return complete;
  }

  /**
   * What the text does to the identity and the transaction of its session; null where it does
   * nothing to them, as nearly every text does.
   */
  public @Nullable SessionChange session() {
    return session;
  }
}
