/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u0000', '\n', '\u001b', '\u007f', '\u0085', '\u061c', '\u200e', '\u200f', '\u202a',
        '\u202e', '\u2066', '\u2069'
      })
  void whatControlsTextBecomesASpace(char control) {
    assertThat(PlainText.of("ali" + control + "ce", 256)).isEqualTo("ali ce");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u00e9', '\u05d0', '\u0627', '\u2029', '\u200d', '\u2026'})
  void lettersOfEveryScriptStay(char letter) {
    assertThat(PlainText.of("a" + letter, 256)).isEqualTo("a" + letter);
  }
}
