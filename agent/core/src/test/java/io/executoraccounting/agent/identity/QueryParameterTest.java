/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParameterTest {
  @ParameterizedTest
  @CsvSource({
    "a=1&b=2, b, 2",
    "a=1&b=2, a, 1",
    "A=1, a, 1",
    "a=1&a=2, a, 1",
    "a=x%2By%3D, a, x+y=",
    "a=x+y, a, x+y",
    "a=b=c, a, b=c",
    "a=%C3%BC, a, ü",
    "a=, a, ",
    "a, a, ",
    "ba=1, a, ",
    "ab=1, a, ",
    "a=%, a, ",
    "a=%4, a, ",
    "a=%4x, a, ",
    "a=%x4, a, ",
    "a=%FF, a, ",
  })
  void givesTheFirstValueOfThatName(String query, String name, String value) {
    assertThat(QueryParameter.value(query, name)).isEqualTo(value);
  }

  @Test
  void valueLongerThanATokenIsNotTaken() {
    String longest = "v".repeat(BearerToken.MAX_LENGTH);

    assertThat(QueryParameter.value("a=" + longest, "a")).isEqualTo(longest);
    assertThat(QueryParameter.value("a=v" + longest, "a")).isNull();
  }

  @Test
  void looksNoFurtherThanItsBudget() {
    String before = "x=" + "v".repeat(QueryParameter.MAX_QUERY - 6);

    assertThat(QueryParameter.value(before + "&a=1", "a")).isEqualTo("1");
    assertThat(QueryParameter.value(before + "vvvv&a=1", "a")).isNull();
  }

  @Test
  void textIsShortAndPrintable() {
    assertThat(QueryParameter.text("a=x%0Ay", "a")).isNull();
    assertThat(QueryParameter.text("a=" + "v".repeat(257), "a")).isNull();
    assertThat(QueryParameter.text("a=" + "v".repeat(256), "a")).hasSize(256);
    assertThat(QueryParameter.text("b=1", "a")).isNull();
  }
}
