/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import net.bytebuddy.asm.Advice;

/** {@code Statement#clearBatch()}. */
final class ClearBatchHandler {
  private ClearBatchHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.This Object statement) {
    StatementNotes notes = JdbcRegistry.statement(statement);
    if (notes != null) {
      notes.takeBatch();
    }
  }
}
