/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import org.jspecify.annotations.Nullable;

/**
 * Build servers by the variables they set in each job. The id of a job is what its definition is
 * called, so that it stays the same from run to run.
 */
enum BuildServer {
  GITHUB_ACTIONS(
      "github-actions", "GITHUB_ACTIONS", "true", "GITHUB_RUN_ID", "GITHUB_WORKFLOW_REF"),
  GITLAB("gitlab-ci", "GITLAB_CI", "true", "CI_JOB_ID", "CI_PROJECT_PATH"),
  BUILDKITE(
      "buildkite",
      "BUILDKITE",
      "true",
      "BUILDKITE_JOB_ID",
      "BUILDKITE_ORGANIZATION_SLUG",
      "BUILDKITE_PIPELINE_SLUG"),
  CIRCLECI(
      "circleci",
      "CIRCLECI",
      "true",
      "CIRCLE_WORKFLOW_JOB_ID",
      "CIRCLE_PROJECT_USERNAME",
      "CIRCLE_PROJECT_REPONAME",
      "CIRCLE_JOB"),
  AZURE_PIPELINES(
      "azure-pipelines",
      "TF_BUILD",
      "true",
      "BUILD_BUILDID",
      "SYSTEM_TEAMPROJECT",
      "BUILD_DEFINITIONNAME"),
  JENKINS("jenkins", "JENKINS_URL", "", "BUILD_NUMBER", "JOB_NAME");

  private final String namespace;
  private final String mark;
  private final String markedBy;
  private final String run;
  private final String[] job;

  BuildServer(String namespace, String mark, String markedBy, String run, String... job) {
    this.namespace = namespace;
    this.mark = mark;
    this.markedBy = markedBy;
    this.run = run;
    this.job = job;
  }

  private static final BuildServer[] ALL = values();

  /** Null outside a build. */
  static @Nullable BuildServer of(ProcessSurroundings surroundings) {
    for (BuildServer server : ALL) {
      boolean marked =
          server.markedBy.isEmpty()
              ? surroundings.text(server.mark) != null
              : surroundings.is(server.mark, server.markedBy);
      if (marked) {
        return server;
      }
    }
    return null;
  }

  /** The namespaced id of the job; null if one of its variables is missing. */
  @Nullable String job(ProcessSurroundings surroundings) {
    StringBuilder id = new StringBuilder(namespace);
    char separator = ':';
    for (String variable : job) {
      String part = surroundings.text(variable);
      if (part == null) {
        return null;
      }
      id.append(separator).append(part);
      separator = '/';
    }
    return id.toString();
  }

  /** Which run of the job this is; null if that is not said. */
  @Nullable String run(ProcessSurroundings surroundings) {
    return surroundings.text(run);
  }
}
