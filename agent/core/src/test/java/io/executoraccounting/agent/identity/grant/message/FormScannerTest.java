/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormScannerTest {
  private final ToldFields fields = new ToldFields();
  private final FormScanner scanner = new FormScanner(fields);

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2, /a=1 /b=2",
    "a=1, /a=1",
    "a=, /a=",
    "'a', ''",
    "'', ''",
    "'&&a=1&', /a=1",
    "a=b=c, /a=b=c",
    "a=b+c%20d, /a=b c d",
    "a=%e2%82%AC, /a=\u20ac",
    "a%5Fb=1, /a_b=1",
    "x=1&a=2&xy=3, /a=2",
    "a=12345678901234567890, /a=12345678901234567890",
    "a=123456789012345678901&b=1, /a... /b=1"
  })
  void fieldsAreTold(String form, String told) throws Exception {
    assertThat(fields.of(scanner, form)).isEqualTo(told);
  }

  @Test
  void nameThatIsTooLongToBeKnownIsPassedOver() throws Exception {
    assertThat(fields.of(scanner, "n".repeat(65) + "=1&a=2")).doesNotContain("n").contains("/a=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%4g", "a=%ff", "%zz=1"})
  void whatIsNoFormIsRefused(String form) {
    assertThatThrownBy(() -> fields.of(scanner, form)).isInstanceOf(IOException.class);
  }
}
