/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The role that parameters of a connect call ask for: Snowflake's {@code role}, Firebird's {@code
 * roleName}, and {@code -c role=r} among PostgreSQL's {@code options}.
 */
final class StartRole {
  static final String[] KEYS = {"role", "roleName", "options"};

  private StartRole() {}

  /** Null where it asks for none; empty where that cannot be read. */
  static @Nullable String named(String key, String value) {
    if (key.equalsIgnoreCase("options")) {
      return option(value);
    }
    boolean role = key.equalsIgnoreCase("role") || key.equalsIgnoreCase("roleName");
    // A quoted name is taken as it stands; these databases fold the others to capitals.
    return role && !value.isEmpty() ? folded(value) : null;
  }

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
