/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialLifetimeTest {
  private static final long NOW_SECONDS = 1_800_000_000;
  private static final long NOW = NOW_SECONDS * 1_000_000_000;

  private static CredentialUse ending(long inSeconds) {
    return CredentialUse.builder(CredentialKind.JWT).expiresAt(NOW_SECONDS + inSeconds).build();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, true, false",
    "0, true, false",
    "1, false, false",
    "86400, false, false",
    "86401, false, true",
  })
  void endIsComparedWithTheTimeOfUse(long inSeconds, boolean expired, boolean longLived) {
    assertThat(CredentialLifetime.isExpired(ending(inSeconds), NOW)).isEqualTo(expired);
    assertThat(CredentialLifetime.isLongLived(ending(inSeconds), NOW)).isEqualTo(longLived);
  }

  @Test
  void credentialWhoseEndIsNotKnownHasNotExpired() {
    CredentialUse unknown = CredentialUse.builder(CredentialKind.JWT).build();

    assertThat(CredentialLifetime.isExpired(unknown, NOW)).isFalse();
    assertThat(CredentialLifetime.isLongLived(unknown, NOW)).isFalse();
  }

  @Test
  void passwordIsGoodUntilItIsRevoked() {
    CredentialUse password = CredentialUse.builder(CredentialKind.DB_PASSWORD).build();

    assertThat(CredentialLifetime.isLongLived(password, NOW)).isTrue();
  }
}
