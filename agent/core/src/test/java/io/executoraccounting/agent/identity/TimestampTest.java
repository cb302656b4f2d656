/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "20130524T000000Z, 1369353600",
        "2013-05-24T00:00:00Z, 1369353600",
        "2013-05-24T00:00:00.123Z, 1369353600",
        "2013-05-24T01:02Z, 1369357320",
        "2013-05-24T01:02:03Z, 1369357323",
        "2013-05-24, 1369353600",
        "20131324T000000Z, 0",
        "2013-05-24T00, 0",
        "2013-05-24 00:00, 0",
        "2013, 0",
        "tomorrow, 0",
        "20130524T000000Z                 , 1369353600",
        "2013052400000000000000000000000000, 0",
        "'', 0",
        "null, 0",
      })
  void readsBothFormsOfIso8601(String text, long seconds) {
    assertThat(Timestamp.seconds(text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "900, 900",
        "0, 0",
        "999999999999999, 999999999999999",
        "9999999999999999, 0",
        "-1, 0",
        "1.5, 0",
        "x, 0",
        "'', 0",
        "null, 0",
      })
  void readsWholeNumbersThatAreNotNegative(String text, long number) {
    assertThat(Timestamp.whole(text)).isEqualTo(number);
  }
}
