/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationReferenceTest {
  private static final Path DOCUMENT = Path.of("../../docs/configuration.md");
  private static final String BEGIN = "## Keys\n\n";

  /** With {@code -Ddocs.write=true} the document is brought up to date instead. */
  @Test
  void documentSaysWhatTheCodeSays() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    if (Boolean.getBoolean("docs.write")) {
      document = document.substring(0, begin) + ConfigurationReference.text();
      Files.writeString(DOCUMENT, document);
    }
    assertThat(document.substring(begin)).isEqualTo(ConfigurationReference.text());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void defaultsAreValuesThatTheKeyTakes(ConfigKey<?> key) {
    if (!key.defaultText().isEmpty()) {
      assertThat(key.parser().parse(key.defaultText())).isNotNull();
    }
  }

  static Iterable<ConfigKey<?>> keys() {
    return ConfigKeys.all();
  }
}
