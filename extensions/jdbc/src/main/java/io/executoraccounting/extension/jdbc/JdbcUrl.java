/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * A JDBC URL as far as it may be told: where it leads, and what it says about the login. Where user
 * info or parameters are not clearly told apart from the address, nothing of the address is kept: a
 * part of a password could pass for a host or a database.
 */
final class JdbcUrl {
  private static final String PREFIX = "jdbc:";
  private static final int LONGEST = 4096;

  private JdbcUrl() {}

  /**
   * Reads a URL; what it says about the login goes into {@code hints}. Never throws.
   *
   * @param url as it is given to {@code Driver#connect}; null gives an unknown address
   */
  static DatabaseAddress read(@Nullable String url, LoginHints hints) {
    if (url == null || !url.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return DatabaseAddress.unknown(DatabaseSystem.OTHER);
    }
    String named = url.substring(PREFIX.length());
    DatabaseSystem system = DatabaseSystem.ofUrl(named);
    if (url.length() > LONGEST) {
      return DatabaseAddress.unknown(system);
    }
    String rest = named.substring(system.prefixLength());
    switch (system.urlLayout) {
      case ORACLE:
        return OracleUrl.read(rest, hints);
      case SQL_SERVER:
        return SqlServerUrl.read(rest, hints);
      case DB2:
        return db2(system, rest, hints);
      case ATTRIBUTES:
        return plain(system, rest, ';', hints);
      default:
        return plain(system, rest, rest.indexOf('?') < 0 ? ';' : '?', hints);
    }
  }

  private static DatabaseAddress plain(
      DatabaseSystem system, String rest, char mark, LoginHints hints) {
    int end = rest.indexOf(mark);
    if (end >= 0 && !UrlParameters.read(rest.substring(end + 1), mark == '?' ? '&' : ';', hints)) {
      return DatabaseAddress.unknown(system);
    }
    return address(system, end < 0 ? rest : rest.substring(0, end), hints);
  }

  private static DatabaseAddress db2(DatabaseSystem system, String rest, LoginHints hints) {
    int slash = rest.indexOf('/', 2);
    int end = slash < 0 ? -1 : rest.indexOf(':', slash);
    if (end >= 0 && !UrlParameters.read(rest.substring(end + 1), ';', hints)) {
      return DatabaseAddress.unknown(system);
    }
    return address(system, end < 0 ? rest : rest.substring(0, end), hints);
  }

  private static DatabaseAddress address(DatabaseSystem system, String text, LoginHints hints) {
    int server = text.indexOf("//");
    if (server < 0) {
      if (text.indexOf('@') >= 0) {
        return DatabaseAddress.unknown(system);
      }
      return system.assumesLocalHost()
          ? DatabaseAddress.server(system, "", text)
          : DatabaseAddress.embedded(system, text);
    }
    String located = userInfo(text.substring(server + 2), hints);
    int slash = located.indexOf('/');
    return slash < 0
        ? DatabaseAddress.server(system, located, null)
        : DatabaseAddress.server(system, located.substring(0, slash), located.substring(slash + 1));
  }

  /** Takes {@code user:password@} off; the last {@code @} ends it, for a password may hold one. */
  private static String userInfo(String text, LoginHints hints) {
    int end = text.lastIndexOf('@');
    if (end < 0) {
      return text;
    }
    int colon = text.indexOf(':');
    boolean password = colon >= 0 && colon < end;
    if (password) {
      hints.passwordGiven(null);
    }
    hints.user(UrlParameters.decoded(text.substring(0, password ? colon : end)));
    return text.substring(end + 1);
  }
}
