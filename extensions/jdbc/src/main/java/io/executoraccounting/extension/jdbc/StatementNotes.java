/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlDialect;
import io.executoraccounting.sql.SqlReach;
import io.executoraccounting.sql.session.SessionChange;
import io.executoraccounting.sql.session.SessionView;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a statement: its connection, what it reaches where it was prepared, and what its
 * batch holds. Like the statement itself it is used by one thread at a time.
 */
final class StatementNotes {
  final PhysicalConnection connection;

  /** What the prepared SQL reaches; null where nothing was prepared, or that was not seen. */
  final @Nullable SqlReach prepared;

  private @Nullable OutboundCall preparedCall;
  private @Nullable SessionView preparedView;
  private @Nullable BatchReach batch;
  private boolean adding;

  StatementNotes(PhysicalConnection connection, @Nullable SqlReach prepared) {
    this.connection = connection;
    this.prepared = prepared;
  }

  /** The call that each execution of the prepared SQL is under those rights; null if not known. */
  @Nullable OutboundCall preparedCall(SessionView view) {
    return preparedView == view ? preparedCall : null;
  }

  void preparedCall(OutboundCall call, SessionView view) {
    preparedCall = call;
    preparedView = view;
  }

  /** What the prepared SQL does to the session; null where nothing. */
  @Nullable SessionChange preparedChange() {
    SessionChange change = prepared == null ? null : prepared.session();
    // Drivers of SQL Server may carry it out in a procedure, at whose end EXECUTE AS is over.
    boolean within = connection.address.system.dialect == SqlDialect.SQL_SERVER;
    return change != null && within ? change.withinProcedure() : change;
  }

  /**
   * A driver's addBatch may call another addBatch of the same statement.
   *
   * @return whether this is the outermost of them
   */
  boolean beginAdding() {
    if (adding) {
      return false;
    }
    adding = true;
    return true;
  }

  /** Ends what {@link #beginAdding()} began; null where the statement was not taken. */
  void endAdding(@Nullable SqlReach reach) {
    adding = false;
    if (reach == null) {
      return;
    }
    if (batch == null) {
      batch = new BatchReach();
    }
    batch.add(reach);
  }

  /** Null where the batch is empty. */
  @Nullable BatchReach takeBatch() {
    BatchReach taken = batch;
    batch = null;
    return taken;
  }
}
