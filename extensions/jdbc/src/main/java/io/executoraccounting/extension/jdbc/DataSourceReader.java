/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The login and address that a driver's own data source is set up with, by its public getters: they
 * are plain fields in every known driver. A getter for the password is never called.
 */
final class DataSourceReader {
  private static final String[] USER_GETTERS = {"getUser", "getUserName"};
  private static final String[] URL_GETTERS = {"getURL", "getUrl"};

  private DataSourceReader() {}

  static DatabaseAddress read(Object source, DatabaseSystem system, LoginHints hints) {
    String url = text(source, URL_GETTERS);
    DatabaseAddress address =
        url == null ? DatabaseAddress.unknown(system) : JdbcUrl.read(url, hints);
    hints.user(text(source, USER_GETTERS));
    String namespace = text(source, "getDatabaseName");
    String named = namespace == null ? null : DatabaseAddress.name(namespace);
    if (address.host != null || address.system != system) {
      return address.namespace == null ? address.withNamespace(named) : address;
    }
    String host = text(source, "getServerName");
    return host == null
        ? address.withNamespace(named)
        : DatabaseAddress.server(system, host + port(source), named);
  }

  private static String port(Object source) {
    Object port = get(source, "getPortNumber");
    return port instanceof Integer && (Integer) port > 0 ? ":" + port : "";
  }

  private static @Nullable String text(Object source, String... getters) {
    for (String getter : getters) {
      Object value = get(source, getter);
      if (value instanceof String && !((String) value).isEmpty()) {
        return (String) value;
      }
    }
    return null;
  }

  private static @Nullable Object get(Object source, String getter) {
    try {
      Method method = source.getClass().getMethod(getter);
      return method.invoke(source);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
      return null;
    }
  }
}
