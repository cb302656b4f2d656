/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.sql.ConnectUnderWay;
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

  /**
   * @param arguments those of the connect call: none, or user and password
   */
  static PhysicalConnection login(
      Object source, @Nullable Object[] arguments, ConnectUnderWay underWay) {
    DatabaseSystem system = DatabaseSystem.ofDriverClass(source.getClass());
    LoginHints hints = new LoginHints();
    DatabaseAddress address = read(source, system == null ? DatabaseSystem.OTHER : system, hints);
    if (arguments.length == 2) {
      hints = given(arguments[0], arguments[1]);
    }
    return PhysicalConnection.of(address, hints, underWay);
  }

  private static LoginHints given(@Nullable Object user, @Nullable Object password) {
    LoginHints hints = new LoginHints();
    hints.user(user instanceof String ? (String) user : null);
    if (password != null) {
      hints.passwordGiven(password);
    }
    return hints;
  }

  private static DatabaseAddress read(Object source, DatabaseSystem system, LoginHints hints) {
    String url = text(source, URL_GETTERS);
    DatabaseAddress address =
        url == null ? DatabaseAddress.unknown(system) : JdbcUrl.read(url, hints);
    hints.user(text(source, USER_GETTERS));
    String namespace = text(source, "getDatabaseName");
    String named = namespace == null ? null : DatabaseAddress.namespace(namespace);
    if (address.host != null || address.system != system) {
      return address.namespace == null ? address.withNamespace(named) : address;
    }
    // MariaDB 2.7 takes a URL that it does not give out, and names its default port whatever it is.
    String host = takesUrl(source) ? null : text(source, "getServerName");
    return host == null
        ? address.withNamespace(named)
        : DatabaseAddress.server(system, host + port(source), named);
  }

  private static boolean takesUrl(Object source) {
    try {
      source.getClass().getMethod("setUrl", String.class);
      return true;
    } catch (NoSuchMethodException absent) {
      return false;
    }
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
