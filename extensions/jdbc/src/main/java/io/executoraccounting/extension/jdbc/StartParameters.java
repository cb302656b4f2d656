/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a connect call that say under whose rights the session begins: Snowflake's {@code
 * role}, Firebird's {@code roleName}, {@code -c role=r} among PostgreSQL's {@code options}, Trino's
 * {@code sessionUser}, Oracle's {@code oracle.jdbc.proxyClientName}; and pgjdbc's {@code autosave}.
 */
final class StartParameters {
  static final String[] KEYS = {
    "role", "roleName", "options", "sessionUser", "oracle.jdbc.proxyClientName", "autosave"
  };

  private @Nullable String role;
  private @Nullable String user;
  private boolean savesEachStatement;

  void parameter(String key, String value) {
    switch (key.toLowerCase(Locale.ROOT)) {
      case "role":
      case "rolename":
        role = value.isEmpty() ? role : folded(value);
        break;
      case "options":
        String asked = option(value);
        role = asked == null ? role : asked;
        break;
      case "sessionuser":
      case "oracle.jdbc.proxyclientname":
        user = value.isEmpty() ? user : value;
        break;
      case "autosave":
        savesEachStatement = value.equalsIgnoreCase("always");
        break;
      default:
        break;
    }
  }

  /** Null where none is asked for; empty where it cannot be read. */
  @Nullable String role() {
    return role;
  }

  /** Another user than the login's; null where none is asked for. */
  @Nullable String user() {
    return user;
  }

  /** Whether a statement that fails is taken back, and its transaction goes on. */
  boolean savesEachStatement() {
    return savesEachStatement;
  }

  /** A quoted name is taken as it stands; these databases fold the others to capitals. */
  private static String folded(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : name.toUpperCase(Locale.ROOT);
  }

  private static @Nullable String option(String options) {
    String asked = null;
    for (String word : options.split("\\s+")) {
      String setting = word.startsWith("-c") ? word.substring(2) : word;
      setting = setting.startsWith("--") ? setting.substring(2) : setting;
      if (setting.startsWith("role=")) {
        asked = setting.substring("role=".length());
      }
    }
    // A backslash joins words or hides one.
    return asked != null && asked.indexOf('\\') >= 0 ? "" : asked;
  }
}
