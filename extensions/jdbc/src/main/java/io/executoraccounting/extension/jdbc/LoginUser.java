/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * A user name as a connect call gives it. Oracle's may name two: {@code app[scott]} logs in as
 * {@code app} and works as {@code scott} (Oracle JDBC Developer's Guide 23ai, "Proxy
 * Authentication").
 */
final class LoginUser {
  private final @Nullable String name;
  private final @Nullable String client;

  private LoginUser(@Nullable String name, @Nullable String client) {
    this.name = name;
    this.client = client;
  }

  /**
   * @param client whom another parameter names as the one to log in for; null where none does
   */
  static LoginUser of(DatabaseSystem system, @Nullable String given, @Nullable String client) {
    int open = given == null || system != DatabaseSystem.ORACLE ? -1 : given.indexOf('[');
    if (given == null || open <= 0 || !given.endsWith("]")) {
      return new LoginUser(given, client);
    }
    return new LoginUser(given.substring(0, open), given.substring(open + 1, given.length() - 1));
  }

  /** Whose password it is; null if unknown. */
  @Nullable String name() {
    return name;
  }

  /** For whom it logs in; null where for itself. */
  @Nullable String client() {
    return client;
  }
}
