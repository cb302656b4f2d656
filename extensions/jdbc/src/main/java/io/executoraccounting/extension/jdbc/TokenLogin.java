/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Accounting;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/** Logins that are proved with a token instead of a password. */
final class TokenLogin {
  private TokenLogin() {}

  /** What stands in a password's place, where it is a token; null where it may be a password. */
  static @Nullable CredentialUse inPasswordsPlace(String text) {
    AccountingService service = Accounting.service();
    return service == null ? null : service.credentials().fromPassword(text);
  }

  /** A token in a place of its own. */
  static @Nullable CredentialUse given(String text) {
    AccountingService service = Accounting.service();
    return service == null || text.isEmpty()
        ? null
        : service.credentials().fromToken(text, CredentialKind.JWT).toBuilder(
                CredentialKind.DB_IAM_TOKEN)
            .build();
  }

  /**
   * The login with what its token says: who it is at the database stays the user that logs in, and
   * is the token's principal only where no user is named.
   */
  static CredentialUse joined(CredentialUse login, CredentialUse token) {
    if (login.principal() == null) {
      return login.provider() == null
          ? token
          : token.toBuilder().provider(login.provider()).build();
    }
    return login.toBuilder(token.kind())
        .provider(login.provider() == null ? token.provider() : login.provider())
        .publicId(token.publicId())
        .fingerprint(token.fingerprint())
        .issuer(token.issuer())
        .tenant(token.tenant())
        .audience(token.audience())
        .scopes(token.scopes(), token.scopesSource())
        .expiresAt(token.expiresAt())
        .initiator(token.initiator())
        .actors(token.actors())
        .client(token.client())
        .build();
  }
}
