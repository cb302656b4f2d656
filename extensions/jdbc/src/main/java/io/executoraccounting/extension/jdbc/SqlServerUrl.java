/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What follows {@code jdbc:sqlserver:}. Source: Microsoft JDBC Driver 13, "Building the connection
 * URL".
 */
final class SqlServerUrl {
  private static final DatabaseSystem SYSTEM = DatabaseSystem.SQL_SERVER;

  private final LoginHints hints;
  private @Nullable String server;
  private @Nullable String port;
  private @Nullable String instance;
  private @Nullable String database;

  private SqlServerUrl(LoginHints hints) {
    this.hints = hints;
  }

  static DatabaseAddress read(String rest, LoginHints hints) {
    return new SqlServerUrl(hints).read(rest);
  }

  private DatabaseAddress read(String rest) {
    int end = rest.indexOf(';');
    String located = end < 0 ? rest : rest.substring(0, end);
    // Braces let a value hold a semicolon, so that parts of a password could pass for keys.
    boolean braced = rest.indexOf('{') >= 0;
    if (braced || located.indexOf('@') >= 0 || !located.startsWith("//")) {
      return DatabaseAddress.unknown(SYSTEM);
    }
    if (end >= 0 && !UrlParameters.each(rest.substring(end + 1), ';', this::parameter)) {
      return DatabaseAddress.unknown(SYSTEM);
    }
    locate(located.substring(2));
    String name = database == null ? null : DatabaseAddress.name(database);
    String named = instance == null ? null : DatabaseAddress.name(instance);
    String namespace = named == null || name == null ? name : named + "|" + name;
    String address = server == null ? "" : server;
    return DatabaseAddress.server(SYSTEM, port == null ? address : address + ":" + port, null)
        .withNamespace(namespace);
  }

  private void locate(String text) {
    if (text.isEmpty()) {
      return;
    }
    int backslash = text.indexOf('\\');
    int colon = text.indexOf(':', Math.max(0, text.lastIndexOf(']')));
    String beforePort = colon < 0 ? text : text.substring(0, colon);
    if (colon >= 0) {
      port = text.substring(colon + 1);
    }
    server = backslash < 0 ? beforePort : beforePort.substring(0, backslash);
    if (backslash >= 0) {
      instance = beforePort.substring(backslash + 1);
    }
  }

  private void parameter(String key, String value) {
    if (key.equalsIgnoreCase("databaseName") || key.equalsIgnoreCase("database")) {
      database = value;
    } else if (key.equalsIgnoreCase("serverName") || key.equalsIgnoreCase("server")) {
      server = value;
    } else if (key.equalsIgnoreCase("portNumber") || key.equalsIgnoreCase("port")) {
      port = value;
    } else if (key.equalsIgnoreCase("instanceName")) {
      instance = value;
    } else {
      hints.parameter(key, value);
    }
  }
}
