/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How long a credential is good, seen from the moment it is used. */
public final class CredentialLifetime {
  private static final long LONG_LIVED_SECONDS = 24 * 60 * 60;

  /** Kinds that are good until somebody revokes them. */
  private static final Set<CredentialKind> WITHOUT_END =
      Collections.unmodifiableSet(
          EnumSet.of(
              CredentialKind.BASIC,
              CredentialKind.API_KEY,
              CredentialKind.AWS_SIGV4,
              CredentialKind.SASL_SCRAM,
              CredentialKind.DB_PASSWORD));

  private CredentialLifetime() {}

  /** False as well where its end is not known. */
  public static boolean isExpired(CredentialUse credential, long usedEpochNanos) {
    return credential.expiresAt() > 0 && left(credential, usedEpochNanos) <= 0;
  }

  /** Whether it stays good for more than a day, or until it is revoked. */
  public static boolean isLongLived(CredentialUse credential, long usedEpochNanos) {
    return credential.expiresAt() > 0
        ? left(credential, usedEpochNanos) > LONG_LIVED_SECONDS
        : WITHOUT_END.contains(credential.kind());
  }

  private static long left(CredentialUse credential, long usedEpochNanos) {
    return credential.expiresAt() - usedEpochNanos / 1_000_000_000L;
  }
}
