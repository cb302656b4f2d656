/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.session.SessionStep;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Connection#rollback()}. */
final class RollbackHandler {
  private RollbackHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object connection) {
    return SessionCall.beginEdge(connection, SessionStep.of(SessionStep.Kind.ROLLBACK));
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Thrown @Nullable Throwable thrown) {
    SessionCall.end(entered, thrown);
  }
}
