/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.sql.ConnectUnderWay;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A connect call with the login that its arguments name, read before the driver may change them.
 */
final class LoginReading {
  private final ConnectUnderWay underWay;
  private final PhysicalConnection login;

  private LoginReading(ConnectUnderWay underWay, PhysicalConnection login) {
    this.underWay = underWay;
    this.login = login;
  }

  static LoginReading ofDriver(@Nullable String url, @Nullable Properties info) {
    LoginHints hints = new LoginHints();
    DatabaseAddress address = JdbcUrl.read(url, hints);
    hints.properties(info);
    return of(address, hints);
  }

  /** Comes last of all that enter does: what was entered must be left, also if reading failed. */
  static LoginReading of(DatabaseAddress address, LoginHints hints) {
    ConnectUnderWay underWay = ConnectUnderWay.enter();
    CredentialKind proof = hints.proof();
    if (proof != null) {
      underWay.proof(proof);
    }
    CredentialKind said = underWay.proof();
    return new LoginReading(
        underWay,
        new PhysicalConnection(
            address, hints.user(), said == null ? hints.usualKind() : said, underWay.provider()));
  }

  PhysicalConnection login() {
    return login;
  }

  /**
   * A driver has returned.
   *
   * @param connection null where it failed, or was not concerned
   */
  void connected(@Nullable Object connection) {
    boolean passedOn = underWay.leave(connection != null);
    if (connection != null && !passedOn) {
      JdbcRegistry.opened(connection, login);
    }
  }

  /**
   * A driver's own data source has returned. It may have called its driver and put the connection
   * into a pooled one of the same login.
   *
   * @param connection the connection, or the pooled one; null where it failed
   */
  void lent(@Nullable Object connection) {
    underWay.leave(connection != null);
    if (connection != null) {
      JdbcRegistry.opened(connection, login);
    }
  }
}
