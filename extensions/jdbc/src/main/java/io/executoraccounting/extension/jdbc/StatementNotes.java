/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.sql.SqlReach;
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
  private @Nullable BatchReach batch;
  private boolean adding;

  StatementNotes(PhysicalConnection connection, @Nullable SqlReach prepared) {
    this.connection = connection;
    this.prepared = prepared;
  }

  /** The call that each execution of the prepared SQL is; null before the first. */
  @Nullable OutboundCall preparedCall() {
    return preparedCall;
  }

  void preparedCall(OutboundCall call) {
    preparedCall = call;
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
