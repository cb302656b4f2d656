/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.CredentialLifetime;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;

/** How long a credential is good, and for whom. */
final class CredentialLife {
  private CredentialLife() {}

  static void encode(CredentialUse credential, long usedEpochNanos, AttributeSheet sheet) {
    boolean longLived = CredentialLifetime.isLongLived(credential, usedEpochNanos);
    if (credential.expiresAt() > 0) {
      sheet.number(AuthorityKeys.CREDENTIAL_EXPIRES_AT, credential.expiresAt());
      sheet.flag(
          AuthorityKeys.CREDENTIAL_EXPIRED,
          CredentialLifetime.isExpired(credential, usedEpochNanos));
      sheet.flag(AuthorityKeys.CREDENTIAL_LONG_LIVED, longLived);
    } else if (longLived) {
      sheet.flag(AuthorityKeys.CREDENTIAL_LONG_LIVED, true);
    }
    if (credential.binding() != Binding.NONE || canBeBound(credential.kind())) {
      sheet.fixed(AuthorityKeys.CREDENTIAL_BOUND, credential.binding().value());
    }
  }

  /** Kinds of which it is worth saying that they are not bound. */
  private static boolean canBeBound(CredentialKind kind) {
    return kind == CredentialKind.JWT
        || kind == CredentialKind.AZURE_TOKEN
        || kind == CredentialKind.GCP_TOKEN
        || kind == CredentialKind.OPAQUE_BEARER;
  }
}
