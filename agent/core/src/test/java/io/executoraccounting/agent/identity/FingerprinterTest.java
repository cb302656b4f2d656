/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.spi.CredentialKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprinterTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

  @Test
  void fingerprintNamesTheKeyAndHas128Bits() {
    Fingerprinter fingerprinter = new Fingerprinter(KEY);

    assertThat(fingerprinter.of(CredentialKind.JWT, "secret"))
        .matches("h1:" + fingerprinter.keyId() + ":[\\w-]{22}");
    assertThat(fingerprinter.keyId()).hasSize(8);
  }

  @Test
  void servicesThatShareAKeyAgree() {
    assertThat(new Fingerprinter(KEY).of(CredentialKind.JWT, "secret"))
        .isEqualTo(new Fingerprinter(KEY.clone()).of(CredentialKind.JWT, "secret"));
  }

  @Test
  void otherKeysTellNothing() {
    Fingerprinter one = Fingerprinter.random();
    Fingerprinter other = Fingerprinter.random();

    assertThat(one.keyId()).isNotEqualTo(other.keyId());
    assertThat(one.of(CredentialKind.JWT, "s").substring(12))
        .isNotEqualTo(other.of(CredentialKind.JWT, "s").substring(12));
  }

  @Test
  void noTwoPurposesShareAHash() {
    Fingerprinter fingerprinter = new Fingerprinter(KEY);

    assertThat(
            List.of(
                fingerprinter.of(CredentialKind.JWT, "x").substring(12),
                fingerprinter.of(CredentialKind.API_KEY, "x").substring(12),
                fingerprinter.ofPublicId("x").substring(12),
                fingerprinter.ofChain("x").substring(12),
                fingerprinter.markOf("x"),
                new Pseudonymiser(fingerprinter).of("x").substring(3)))
        .doesNotHaveDuplicates();
  }

  @Test
  void pseudonymIsTheSameEveryTime() {
    Pseudonymiser pseudonymiser = new Pseudonymiser(new Fingerprinter(KEY));

    assertThat(pseudonymiser.of("oauth:i#alice"))
        .matches("p1:[\\w-]{22}")
        .isEqualTo(pseudonymiser.of("oauth:i#alice"))
        .isNotEqualTo(pseudonymiser.of("oauth:i#bob"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void keyOfAnotherLengthIsRefused(int length) {
    assertThatThrownBy(() -> new Fingerprinter(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes, not " + length);
  }
}
