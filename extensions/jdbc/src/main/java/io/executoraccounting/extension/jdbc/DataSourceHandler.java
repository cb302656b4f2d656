/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

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
  public static @Nullable Object enter(
      @Advice.This Object source, @Advice.AllArguments @Nullable Object[] arguments) {
    DatabaseSystem system = DatabaseSystem.ofDriverClass(source.getClass());
    if (system == null) {
      return null;
    }
    LoginHints hints = new LoginHints();
    DatabaseAddress address = DataSourceReader.read(source, system, hints);
    if (arguments.length == 2) {
      LoginHints given = new LoginHints();
      given.parameter("user", arguments[0] instanceof String ? (String) arguments[0] : "");
      if (arguments[1] != null) {
        given.passwordGiven();
      }
      hints = given;
    }
    return LoginReading.of(address, hints);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable Object connection) {
    if (entered != null) {
      ((LoginReading) entered).lent(connection);
    }
  }
}
