/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bot acts for a customer: with a token that says so, and with a pooled login that does not. */
class SupportChatbotIT {
  private static Stories stories;

  @BeforeAll
  static void run() throws Exception {
    stories = Stories.run();
  }

  @Test
  void everyFieldIsAsExpected() throws IOException, InterruptedException {
    ExpectedRecords.compare(stories, "support", "alice", stories.alice().token());
  }
}
