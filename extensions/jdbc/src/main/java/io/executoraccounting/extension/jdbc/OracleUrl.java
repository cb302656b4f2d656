/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.util.Locale;

/**
 * What follows {@code jdbc:oracle:}. Source: Oracle Database JDBC Developer's Guide 23ai, "Data
 * Sources and URLs".
 */
final class OracleUrl {
  private static final DatabaseSystem SYSTEM = DatabaseSystem.ORACLE;

  private OracleUrl() {}

  static DatabaseAddress read(String rest, LoginHints hints) {
    int at = rest.lastIndexOf('@');
    int driver = rest.indexOf(':');
    if (at < 0 || driver < 0 || driver > at) {
      return DatabaseAddress.unknown(SYSTEM);
    }
    login(rest.substring(driver + 1, at), hints);
    String target = rest.substring(at + 1);
    return target.startsWith("(") ? descriptor(target) : easyConnect(target);
  }

  private static void login(String text, LoginHints hints) {
    int slash = text.indexOf('/');
    if (slash >= 0 && slash + 1 < text.length()) {
      hints.passwordGiven(null);
    }
    hints.user(slash < 0 ? text : text.substring(0, slash));
  }

  /** {@code [tcps:]//host:port/service?…}, {@code host:port:sid}. */
  private static DatabaseAddress easyConnect(String target) {
    int query = target.indexOf('?');
    String text = query < 0 ? target : target.substring(0, query);
    int server = text.indexOf("//");
    if (server >= 0) {
      text = text.substring(server + 2);
    }
    int slash = text.indexOf('/');
    int sid = text.lastIndexOf(':');
    if (slash >= 0) {
      return DatabaseAddress.server(SYSTEM, text.substring(0, slash), text.substring(slash + 1));
    }
    if (sid > text.indexOf(':')) {
      return DatabaseAddress.server(SYSTEM, text.substring(0, sid), text.substring(sid + 1));
    }
    // A name alone may be one of tnsnames.ora, which leads to any host.
    return sid < 0 ? DatabaseAddress.unknown(SYSTEM) : DatabaseAddress.server(SYSTEM, text, null);
  }

  /** {@code (DESCRIPTION=(ADDRESS=(HOST=h)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=s)))}. */
  private static DatabaseAddress descriptor(String target) {
    String service = value(target, "(service_name=");
    String host = value(target, "(host=");
    String port = value(target, "(port=");
    String address = port.isEmpty() ? host : host + ":" + port;
    return host.isEmpty()
        ? DatabaseAddress.unknown(SYSTEM)
        : DatabaseAddress.server(SYSTEM, address, service);
  }

  /** Empty where the key is absent or stands there more than once. */
  private static String value(String target, String key) {
    String folded = target.replace(" ", "").toLowerCase(Locale.ROOT);
    int start = folded.indexOf(key);
    int end = start < 0 ? -1 : folded.indexOf(')', start);
    if (end < 0 || folded.indexOf(key, end) >= 0) {
      return "";
    }
    return folded.substring(start + key.length(), end);
  }
}
