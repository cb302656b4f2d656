/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.EnumSet;
import java.util.Set;

/** How long a credential is good, and for whom. */
final class CredentialLife {
  private static final long LONG_LIVED_SECONDS = 24 * 60 * 60;

  /** Kinds that are good until somebody revokes them. */
  private static final Set<CredentialKind> WITHOUT_END =
      EnumSet.of(
          CredentialKind.BASIC,
          CredentialKind.API_KEY,
          CredentialKind.AWS_SIGV4,
          CredentialKind.SASL_SCRAM,
          CredentialKind.DB_PASSWORD);

  private CredentialLife() {}

  static void encode(CredentialUse credential, long usedEpochNanos, AttributeSheet sheet) {
    long left = credential.expiresAt() - usedEpochNanos / 1_000_000_000L;
    if (credential.expiresAt() > 0) {
      sheet.number(AuthorityKeys.CREDENTIAL_EXPIRES_AT, credential.expiresAt());
      sheet.flag(AuthorityKeys.CREDENTIAL_EXPIRED, left <= 0);
      sheet.flag(AuthorityKeys.CREDENTIAL_LONG_LIVED, left > LONG_LIVED_SECONDS);
    } else if (WITHOUT_END.contains(credential.kind())) {
      sheet.flag(AuthorityKeys.CREDENTIAL_LONG_LIVED, true);
    }
    if (credential.binding() != Binding.NONE || canBeBound(credential.kind())) {
      sheet.fixed(AuthorityKeys.CREDENTIAL_BOUND, credential.binding().value());
    }
  }

  /** Kinds of which it is worth saying that they are not bound. */
  private static boolean canBeBound(CredentialKind kind) {
    return kind == CredentialKind.JWT || kind == CredentialKind.OPAQUE_BEARER;
  }
}
