/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service account is disabled while it is used, and the program goes on by another. */
class DataSyncFailoverIT {
  private static Stories stories;

  @BeforeAll
  static void run() throws Exception {
    stories = Stories.run();
  }

  @Test
  void everyFieldIsAsExpected() throws IOException, InterruptedException {
    ExpectedRecords.compare(stories, "sync", "nobody", Secret.AUDIT_API_KEY.text());
  }
}
