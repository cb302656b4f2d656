/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceRuleTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "https://a.example.com, a.example.com, true",
        "https://a.example.com/v1?x#y, A.example.COM, true",
        "http://a.example.com:8080/, a.example.com, true",
        "a.example.com, a.example.com, true",
        "https://b.example.com|https://a.example.com, a.example.com, true",
        "https://b.example.com, a.example.com, false",
        "https://a.example.com.evil.org, a.example.com, false",
        "https://b.example.com|api://orders, a.example.com, null",
        "api://orders, a.example.com, null",
        "account, a.example.com, null",
        "https://a.example.com, null, null",
        "https://a.example.com, localhost, null",
        "https://a.example.com, 10.0.0.1, null",
        "https://a.example.com, fe80::a, null",
      })
  void comparesHostsAndGuessesNothing(String audience, String host, Boolean fits) {
    assertThat(AudienceRule.fits(List.of(audience.split("\\|")), host)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource("a.example.com")
  void saysNothingWithoutAnAudience(String host) {
    assertThat(AudienceRule.fits(List.of(), host)).isNull();
  }
}
