/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code PooledConnection#getConnection()}: a driver may lend its connection in a new object, whose
 * login and session are those of the pooled connection.
 */
final class PooledConnectionHandler {
  private PooledConnectionHandler() {}

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void exit(@Advice.This Object pooled, @Advice.Return @Nullable Object connection) {
    PhysicalConnection facts = JdbcRegistry.connection(pooled);
    if (connection != null && facts != null && facts.knowsUser()) {
      JdbcRegistry.opened(connection, facts);
      facts.session.handedOver();
    }
  }
}
