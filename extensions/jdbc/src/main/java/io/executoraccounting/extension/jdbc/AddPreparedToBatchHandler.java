/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code PreparedStatement#addBatch()}, once it has taken the binds. */
final class AddPreparedToBatchHandler {
  private AddPreparedToBatchHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object statement) {
    StatementNotes notes = JdbcRegistry.statement(statement);
    return notes != null && notes.prepared != null && notes.beginAdding() ? notes : null;
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    if (entered != null) {
      StatementNotes notes = (StatementNotes) entered;
      notes.endAdding(thrown == null ? notes.prepared : null);
    }
  }
}
