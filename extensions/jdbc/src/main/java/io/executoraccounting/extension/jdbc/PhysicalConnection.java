/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.sql.ConnectUnderWay;
import io.executoraccounting.sql.session.SessionChange;
import io.executoraccounting.sql.session.SessionView;
import io.executoraccounting.sql.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a driver's own connection: where it leads and who logged in, fixed when it was
 * opened, and the session behind it. Does not refer to the connection.
 */
final class PhysicalConnection {
  final DatabaseAddress address;
  final SqlSession session;
  private final @Nullable String user;
  private final CredentialKind kind;
  private final @Nullable String provider;
  private final @Nullable CredentialUse token;
  private volatile @Nullable CredentialUse credential;

  private PhysicalConnection(
      DatabaseAddress address,
      @Nullable String user,
      CredentialKind kind,
      @Nullable String provider,
      @Nullable CredentialUse token,
      SqlSession session) {
    this.address = address;
    this.session = session;
    this.user = user;
    this.kind = kind;
    this.provider = provider;
    this.token = token;
  }

  static PhysicalConnection of(
      DatabaseAddress address, LoginHints hints, ConnectUnderWay underWay) {
    CredentialUse token = hints.token();
    CredentialKind proof = hints.proof() == null ? underWay.proof() : hints.proof();
    CredentialKind said = proof == null ? hints.usualKind() : proof;
    SqlSession opened = underWay.opened();
    LoginUser user = LoginUser.of(address.system, hints.user(), hints.start().user());
    return new PhysicalConnection(
        address,
        user.name(),
        token == null ? said : token.kind(),
        underWay.provider(),
        token,
        opened == null ? SessionStart.session(address.system, user, hints.start()) : opened);
  }

  /** One whose connect call was not seen. */
  static PhysicalConnection unseen(DatabaseSystem system) {
    return new PhysicalConnection(
        DatabaseAddress.unknown(system),
        null,
        CredentialKind.UNKNOWN,
        null,
        null,
        SessionStart.unseen(system));
  }

  CredentialKind kind() {
    return kind;
  }

  boolean knowsUser() {
    return user != null;
  }

  /** Whether it is a driver's own beyond doubt, and no pool's. */
  boolean isPhysical() {
    return user != null || address.system != DatabaseSystem.OTHER;
  }

  CredentialUse credential(CredentialReader credentials) {
    CredentialUse known = credential;
    if (known == null) {
      known = address.system.knowsNoUsers() ? CredentialUse.NONE : login(credentials);
      credential = known;
    }
    return known;
  }

  private CredentialUse login(CredentialReader credentials) {
    CredentialUse login =
        credentials.fromDatabaseLogin(
            kind, address.system.systemName, user, address.realm(), provider);
    return token == null ? login : TokenLogin.joined(login, token);
  }

  /**
   * What is put on over the login while a text is carried out.
   *
   * @param change what that text does to the session; null where nothing
   */
  SessionView during(@Nullable SessionChange change, CredentialReader credentials) {
    return change == null
        ? view(credentials)
        : session.during(change, new SessionNaming(this, credentials));
  }

  /** What is put on over the login now. */
  SessionView view(CredentialReader credentials) {
    SessionView seen = session.seen();
    return seen == null ? session.view(new SessionNaming(this, credentials)) : seen;
  }
}
