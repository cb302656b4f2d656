/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Via;
import io.executoraccounting.sql.session.IdentityNaming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles and users of a session are named as its login is: {@code postgresql:r@db.example.com}. */
final class SessionNaming implements IdentityNaming {
  private final PhysicalConnection connection;
  private final CredentialReader credentials;

  SessionNaming(PhysicalConnection connection, CredentialReader credentials) {
    this.connection = connection;
    this.credentials = credentials;
  }

  @Override
  public @Nullable String login() {
    return connection.credential(credentials).principal();
  }

  /** Of Oracle's sessions alone the user changes by a proxy that logs in for another. */
  @Override
  public Via loginVia() {
    return connection.address.system == DatabaseSystem.ORACLE ? Via.PROXY_AUTH : Via.IMPERSONATION;
  }

  @Override
  public @Nullable AssumedIdentity identity(List<String> names, Via via) {
    DatabaseAddress address = connection.address;
    CredentialUse named =
        credentials.fromDatabaseLogin(
            connection.kind(),
            address.system.systemName,
            String.join(",", names),
            address.realm(),
            null);
    String id = named.principal();
    if (id == null) {
      return null;
    }
    // A person's mailbox is told as the id alone, which becomes a pseudonym.
    boolean tellable = via == Via.SET_ROLE && named.principalType() != IdentityType.HUMAN;
    return new AssumedIdentity(
        id, named.principalType(), via, tellable ? roles(names) : new ArrayList<>());
  }

  private static List<String> roles(List<String> names) {
    List<String> roles = new ArrayList<>(names.size());
    for (String name : names) {
      roles.add("role:" + name);
    }
    return roles;
  }
}
