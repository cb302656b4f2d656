/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import io.executoraccounting.sql.session.SqlSessions;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code PoolEntry#createProxyConnection}, for a borrower, and {@code recycle}, when it is back.
 */
final class HandOverHandler {
  private HandOverHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("connection") @Nullable Object connection) {
    SqlSessions.handedOver(connection);
  }
}
