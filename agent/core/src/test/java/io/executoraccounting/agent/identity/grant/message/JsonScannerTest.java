/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
  private final ToldFields fields = new ToldFields();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"1\",\"b\":2,\"c\":1.5e3} | /a=1 /b=2 /c=1.5e3",
        "{\"a\":{\"b\":\"1\"},\"c\":\"2\"} | a/b=1 /c=2",
        "{\"a\":[\"1\",\"2\",[\"3\"]]} | /a=1 /a=2 /a=3",
        "{\"a\":[{\"b\":\"1\"}]} | a/b=1",
        "{\"a\":true,\"b\":null,\"c\":{}} | ''",
        "{\"x\":\"1\",\"a\":\"\\u00e4\"} | /a=\u00e4",
        "{\"a\":\"123456789012345678901\"} | /a...",
        "{\"a\":\"1\"} trailing | /a=1"
      })
  void fieldsAreTold(String json, String told) throws Exception {
    assertThat(fields.of(new JsonScanner(fields), json)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"a\"",
        "1 ",
        "{\"a\"}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
            + "{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}"
      })
  void whatIsNoObjectOrTooDeepIsRefused(String json) {
    assertThatThrownBy(() -> fields.of(new JsonScanner(fields), json))
        .isInstanceOf(IOException.class);
  }

  @Test
  void objectShowsItsOwnEnd() throws Exception {
    JsonScanner scanner = new JsonScanner(fields);
    byte[] json = "{\"a\":{}}".getBytes();

    scanner.scan(json, 0, json.length - 1);
    assertThat(scanner.isComplete()).isFalse();
    scanner.scan(json, json.length - 1, 1);
    assertThat(scanner.isComplete()).isTrue();
  }
}
