/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The job of a build server that this process is part of, as the server's variables state it. */
final class CiJob {
  private CiJob() {}

  static @Nullable ExecutorIdentity of(Map<String, String> environment) {
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      return job("github-actions:", environment, "GITHUB_WORKFLOW_REF", "GITHUB_RUN_ID");
    }
    if ("true".equals(environment.get("GITLAB_CI"))) {
      return job("gitlab-ci:", environment, "CI_PROJECT_PATH", "CI_JOB_ID");
    }
    if (environment.get("JENKINS_URL") != null) {
      return job("jenkins:", environment, "JOB_NAME", "BUILD_NUMBER");
    }
    return null;
  }

  private static @Nullable ExecutorIdentity job(
      String namespace, Map<String, String> environment, String idKey, String runKey) {
    String id = environment.get(idKey);
    if (id == null || id.isEmpty() || !ClaimText.printable(id)) {
      return null;
    }
    ExecutorIdentity identity = ExecutorIdentity.of(namespace + id, IdentityType.CI_JOB);
    String run = environment.get(runKey);
    return run == null ? identity : identity.withSessionId(run);
  }
}
