/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshPaceTest {
  @ParameterizedTest
  @CsvSource({"0,300", "1,10", "2,20", "3,40", "6,300", "1000000,300"})
  void waitsLongerAfterEachFailureAndNeverLongerThanUsual(int failures, long seconds) {
    assertThat(RefreshPace.USUAL.delayNanos(failures)).isEqualTo(seconds * 1_000_000_000L);
  }
}
