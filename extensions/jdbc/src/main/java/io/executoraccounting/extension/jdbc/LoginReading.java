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

  static LoginReading begin(@Nullable String url, @Nullable Properties info) {
    LoginHints hints = new LoginHints();
    DatabaseAddress address = JdbcUrl.read(url, hints);
    hints.properties(info);
    // Comes after the reading: what was entered must be left, also where reading failed.
    ConnectUnderWay underWay = ConnectUnderWay.enter();
    CredentialKind proof = hints.proof();
    if (proof != null) {
      underWay.proof(proof);
    }
    return new LoginReading(underWay, PhysicalConnection.of(address, hints, underWay));
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
      underWay.opened(login.session);
    }
  }
}
