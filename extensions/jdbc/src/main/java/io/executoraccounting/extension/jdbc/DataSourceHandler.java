/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.ConnectUnderWay;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code DataSource#getConnection}, {@code XADataSource#getXAConnection} and {@code
 * ConnectionPoolDataSource#getPooledConnection} of drivers, many of which do not call their own
 * {@code Driver#connect}.
 */
final class DataSourceHandler {
  private DataSourceHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static @Nullable Object enter(@Advice.This Object source) {
    return DatabaseSystem.ofDriverClass(source.getClass()) == null ? null : ConnectUnderWay.enter();
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.This Object source,
      @Advice.AllArguments @Nullable Object[] arguments,
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Object connection) {
    if (entered == null) {
      return;
    }
    ConnectUnderWay underWay = (ConnectUnderWay) entered;
    underWay.leave(connection != null);
    // Only now: some sources take their URL apart when they are first asked for a connection.
    if (connection != null && !JdbcRegistry.knows(connection)) {
      PhysicalConnection login = DataSourceReader.login(source, arguments, underWay);
      JdbcRegistry.opened(connection, login);
      underWay.opened(login.session);
    }
  }
}
