/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsKeyIdTest {
  @Test
  void hasSixteenToAHundredAndTwentyEightCharacters() {
    assertThat(AwsKeyId.isKeyId("A".repeat(15))).isFalse();
    assertThat(AwsKeyId.isKeyId("A".repeat(16))).isTrue();
    assertThat(AwsKeyId.isKeyId("A".repeat(128))).isTrue();
    assertThat(AwsKeyId.isKeyId("A".repeat(129))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(chars = {'@', '[', '/', ':', 'a', '-'})
  void isMadeOfCapitalsAndDigitsAlone(char other) {
    assertThat(AwsKeyId.isUpperAlphanumeric("AZ09")).isTrue();
    assertThat(AwsKeyId.isUpperAlphanumeric("AZ09" + other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ASIAQNZGKIQY56JQ7WML, 029608264753",
    "AKIAAAAAAAAAAAAAAAAA, 000000000000",
    "AKIAQAAAAAAAAAAAAAAA, 000000000000",
    "AKIAZ222222222222222, 676110980789",
    "AKIAIOSFODNN7EXAMPLE, ",
    "AKIAJOSFODNN7EXAMPLE, ",
    "ASIAQNZGKI1Y56JQ7WML, ",
    "ASIAQNZGKI8Y56JQ7WML, ",
    "ASIAQNZGKIQY56JQ7WM, ",
  })
  void holdsTheAccountSince2019(String keyId, String account) {
    assertThat(AwsKeyId.account(keyId)).isEqualTo(account);
  }
}
