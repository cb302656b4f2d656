/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Claims by which build platforms name a job: GitHub Actions and GitLab CI. */
final class CiClaims {
  /** GitHub's {@code job_workflow_ref}: the workflow that runs, reusable ones included. */
  @Nullable String workflow;

  @Nullable String run;
  @Nullable String attempt;

  /** GitHub's {@code event_name}, GitLab's {@code pipeline_source}. */
  @Nullable String event;

  /** GitHub's {@code actor_id}, or the actor's name in older tokens. */
  @Nullable String actor;

  @Nullable String repositoryOwner;

  /** GitLab's {@code ci_config_ref_uri}: host, project, file and ref. */
  @Nullable String configuration;

  @Nullable String project;
  @Nullable String namespace;
  @Nullable String pipeline;
  @Nullable String job;
  @Nullable String user;

  /** Reads one of them; false, with nothing read, if it is another claim. */
  boolean read(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "job_workflow_ref":
        workflow = ClaimText.value(parser, claims.gaps);
        break;
      case "run_id":
        run = ClaimText.value(parser, claims.gaps);
        break;
      case "run_attempt":
        attempt = ClaimText.value(parser, claims.gaps);
        break;
      case "event_name":
      case "pipeline_source":
        event = ClaimText.value(parser, claims.gaps);
        break;
      case "actor_id":
        actor = ClaimText.value(parser, claims.gaps);
        break;
      case "repository_owner":
        repositoryOwner = ClaimText.value(parser, claims.gaps);
        break;
      default:
        return gitlab(name, parser, claims);
    }
    return true;
  }

  private boolean gitlab(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "ci_config_ref_uri":
        configuration = ClaimText.value(parser, claims.gaps);
        break;
      case "project_path":
        project = ClaimText.value(parser, claims.gaps);
        break;
      case "namespace_path":
        namespace = ClaimText.value(parser, claims.gaps);
        break;
      case "pipeline_id":
        pipeline = ClaimText.value(parser, claims.gaps);
        break;
      case "job_id":
        job = ClaimText.value(parser, claims.gaps);
        break;
      case "user_id":
        user = ClaimText.value(parser, claims.gaps);
        break;
      default:
        return false;
    }
    return true;
  }
}
