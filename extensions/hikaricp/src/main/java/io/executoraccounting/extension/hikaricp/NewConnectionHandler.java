/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.hikaricp;

import io.executoraccounting.sql.ConnectUnderWay;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code PoolBase#newConnection}, on whatever thread the pool fills itself: connections that a
 * driver opens within it are this pool's. HikariCP 7.1 gives it an argument that older ones lack.
 */
final class NewConnectionHandler {
  private NewConnectionHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.FieldValue("poolName") @Nullable String poolName) {
    return poolName == null ? null : ConnectUnderWay.enter(poolName);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable Object connection) {
    if (entered != null) {
      ((ConnectUnderWay) entered).leave(connection != null);
    }
  }
}
