/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent opens a pull request with a token that lives for an hour and names nobody. */
class CodingAgentIT {
  private static Stories stories;

  @BeforeAll
  static void run() throws Exception {
    stories = Stories.run();
  }

  @Test
  void everyFieldIsAsExpected() throws IOException, InterruptedException {
    ExpectedRecords.compare(stories, "coding", "dana", Secret.INSTALLATION_TOKEN.text());
  }
}
