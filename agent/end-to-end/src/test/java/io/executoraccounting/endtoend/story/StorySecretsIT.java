/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte that the stories' agents let out is searched for every secret of the stories. */
class StorySecretsIT {
  private static Stories stories;
  private static String everything;

  @BeforeAll
  static void run() throws Exception {
    stories = Stories.run();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(stories.sent());
    try (Stream<Path> files = Files.list(stories.folder())) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".jsonl")) {
          all.writeBytes(Files.readAllBytes(file));
        } else if (file.toString().endsWith(".log")) {
          all.writeBytes(agentLines(file));
        }
      }
    }
    everything = all.toString(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource(Secret.class)
  void secretIsNowhere(Secret secret) {
    byte[] bytes = secret.text().getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    assertThat(Stream.of(secret.text(), encoded)).noneMatch(everything::contains);
  }

  /** Tokens come and go unseen by the test; each begins as JSON does in base 64. */
  @Test
  void noTokenIsAnywhere() {
    Matcher token = Pattern.compile("eyJ[0-9A-Za-z_-]{20}").matcher(everything);
    assertThat(token.find()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "dana", "octocat"})
  void personIsNowhere(String name) {
    assertThat(everything.contains(name)).isFalse();
  }

  /** A search that finds nothing proves something only if there was something to find. */
  @Test
  void everySecretWasInACallThatWasRecorded() {
    assertThat(stories.spans())
        .extracting(span -> span.string("executor.credential.kind"))
        .contains("jwt", "opaque_bearer", "basic", "api_key", "aws_sigv4_session", "db_password");
  }

  private static byte[] agentLines(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream()
            .filter(line -> line.startsWith("[executor-accounting]"))
            .toList();
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
