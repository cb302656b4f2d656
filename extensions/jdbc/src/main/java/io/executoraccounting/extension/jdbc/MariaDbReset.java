/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reset of MariaDB's driver resets the session at the server, by plain getters of
 * Connector 3.5 to 4.0.
 */
final class MariaDbReset {
  private MariaDbReset() {}

  /** Null where the driver does not say. */
  static @Nullable Boolean isWhole(Object connection) {
    try {
      Object context = get(connection, "getContext");
      boolean asked = (Boolean) get(get(context, "getConf"), "useResetConnection");
      return asked && (Boolean) get(get(context, "getVersion"), "isMariaDBServer");
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
      return null;
    }
  }

  private static Object get(Object target, String getter)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(getter).invoke(target);
  }
}
