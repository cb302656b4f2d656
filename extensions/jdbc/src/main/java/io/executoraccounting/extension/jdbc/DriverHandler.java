/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.util.Properties;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Driver#connect(String, Properties)}. */
final class DriverHandler {
  private DriverHandler() {}

  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static Object enter(
      @Advice.Argument(0) @Nullable String url, @Advice.Argument(1) @Nullable Properties info) {
    return LoginReading.begin(url, info);
  }

  @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @Advice.Enter @Nullable Object entered, @Advice.Return @Nullable Object connection) {
    if (entered != null) {
      ((LoginReading) entered).connected(connection);
    }
  }
}
