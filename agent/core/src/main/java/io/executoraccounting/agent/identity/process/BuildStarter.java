/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose act set a build going: rule 3 of the model, as the job's own OIDC token would name them.
 * Nobody's where a schedule did, for then the variables name whoever last touched the schedule.
 *
 * <p>Buildkite and CircleCI are not here. The one names a person's mailbox and full name alone, the
 * other does not tell builds that a schedule started from those of a person.
 */
final class BuildStarter {
  /** Of {@code BUILD_REASON}: what one person did. */
  private static final Set<String> AZURE_REASONS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList("Manual", "IndividualCI", "PullRequest", "CheckInShelveset")));

  /** Causes that Jenkins's build-user-vars plugin writes in a person's place. */
  private static final Set<String> JENKINS_CAUSES =
      Collections.unmodifiableSet(
          new HashSet<>(Arrays.asList("timer", "scmTrigger", "upstream", "remoteRequest")));

  private BuildStarter() {}

  /** Null if nobody is known to have. */
  static @Nullable Actor of(ProcessSurroundings surroundings) {
    BuildServer server = BuildServer.of(surroundings);
    if (server == null) {
      return null;
    }
    switch (server) {
      case GITHUB_ACTIONS:
        return surroundings.is("GITHUB_EVENT_NAME", "schedule") || isBot(surroundings)
            ? null
            : user("github:user/", "GITHUB_ACTOR_ID", "GITHUB_SERVER_URL", surroundings);
      case GITLAB:
        return surroundings.is("CI_PIPELINE_SOURCE", "schedule")
            ? null
            : user("gitlab:user/", "GITLAB_USER_ID", "CI_SERVER_URL", surroundings);
      case JENKINS:
        String cause = surroundings.text("BUILD_USER_ID");
        return cause == null || JENKINS_CAUSES.contains(cause)
            ? null
            : user("jenkins:user/", "BUILD_USER_ID", "JENKINS_URL", surroundings);
      case AZURE_PIPELINES:
        String reason = surroundings.text("BUILD_REASON");
        return reason == null || !AZURE_REASONS.contains(reason)
            ? null
            : user(
                "azure-devops:user/", "BUILD_REQUESTEDFORID", "SYSTEM_COLLECTIONURI", surroundings);
      default:
        return null;
    }
  }

  /** An application of GitHub's, whose act is no person's. */
  private static boolean isBot(ProcessSurroundings surroundings) {
    String actor = surroundings.text("GITHUB_ACTOR");
    return actor != null && actor.endsWith("[bot]");
  }

  private static @Nullable Actor user(
      String namespace, String variable, String issuer, ProcessSurroundings surroundings) {
    String user = surroundings.text(variable);
    return user == null
        ? null
        : new Actor(namespace + user, IdentityType.HUMAN, surroundings.text(issuer));
  }
}
