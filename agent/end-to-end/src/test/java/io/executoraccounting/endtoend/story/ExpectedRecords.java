/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.endtoend.RecordText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Compares a program's records field by field with a text file beside the tests. */
final class ExpectedRecords {
  private ExpectedRecords() {}

  /**
   * What was recorded is left beside the logs, to be read where it is not as expected.
   *
   * @param credential one that is called by name in the text
   */
  static void compare(Stories stories, String service, String person, String credential)
      throws IOException, InterruptedException {
    String actual =
        new RecordText()
            .naming(System.getProperty("user.name") + "@" + service, "user@" + service)
            .naming(initiator(stories, service), person)
            .naming(stories.fingerprint(credential), "leaked token's fingerprint")
            .of(stories.records(service));
    Files.writeString(stories.folder().resolve(service + ".txt"), actual);
    try (InputStream file = ExpectedRecords.class.getResourceAsStream(service + ".txt")) {
      assertThat(file).as(service + ".txt").isNotNull();
      assertThat(actual).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Of the first record: where another has another, the text shows it. */
  private static String initiator(Stories stories, String service) {
    String id = stories.records(service).get(0).string("executor.initiator.id");
    return id == null ? "nobody" : id;
  }
}
