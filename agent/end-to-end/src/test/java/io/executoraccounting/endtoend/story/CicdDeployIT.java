/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A CI job gets a role by its OIDC token, and by that role another in a second account. */
class CicdDeployIT {
  private static Stories stories;

  @BeforeAll
  static void run() throws Exception {
    stories = Stories.run();
  }

  @Test
  void everyFieldIsAsExpected() throws IOException, InterruptedException {
    ExpectedRecords.compare(stories, "deploy", "octocat", stories.idToken());
  }
}
