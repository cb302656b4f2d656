/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.jspecify.annotations.Nullable;

/** Logins of database connections. */
final class DatabaseLoginReader {
  private DatabaseLoginReader() {}

  static CredentialUse read(
      CredentialKind kind,
      String system,
      @Nullable String user,
      @Nullable String realm,
      @Nullable String provider) {
    if (user == null || user.isEmpty() || user.length() > ClaimText.MAX_LENGTH) {
      return unknown(provider).build();
    }
    // Two servers have two users of one name, so that a user without its server is not an id.
    String id = realm == null ? system + ":" + user : system + ":" + user + "@" + realm;
    if (id.length() > ClaimText.MAX_LENGTH) {
      return unknown(provider).build();
    }
    if (!ClaimText.printable(id)) {
      return unknown(provider).gap(Gap.TOKEN_MALFORMED).build();
    }
    return CredentialUse.builder(kind)
        .principal(id, Mailbox.isOfPerson(user) ? IdentityType.HUMAN : IdentityType.DB_ROLE)
        .provider(provider)
        .gap(Gap.SCOPES_OPAQUE)
        .build();
  }

  private static CredentialUse.Builder unknown(@Nullable String provider) {
    return CredentialUse.builder(CredentialKind.UNKNOWN)
        .provider(provider)
        .gap(Gap.PRINCIPAL_UNKNOWN)
        .gap(Gap.SCOPES_OPAQUE);
  }
}
