/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that build platforms issue to a job. The job executes, and the user whose event started it
 * initiates; on a schedule nobody does, and the claim names whoever set it up or last changed the
 * file.
 */
final class CiToken {
  private static final String GITHUB = "https://token.actions.githubusercontent.com";

  private CiToken() {}

  /** Adds what such a token says; false, with nothing added, for any other token. */
  static boolean refine(TokenClaims claims, CredentialUse.Builder use) {
    String issuer = claims.issuer;
    CiClaims ci = claims.ci;
    if (issuer == null) {
      return false;
    }
    if (ci.workflow != null && isGitHub(issuer) && fits(ci.workflow)) {
      github(ci, ci.workflow, issuer, use);
      return true;
    }
    String configuration = gitlabConfiguration(claims, issuer);
    if (configuration != null) {
      gitlab(ci, configuration, issuer, use);
      return true;
    }
    return false;
  }

  /** An enterprise may have an issuer of its own below GitHub's. */
  private static boolean isGitHub(String issuer) {
    return issuer.equals(GITHUB) || issuer.startsWith(GITHUB + "/");
  }

  private static void github(
      CiClaims ci, String workflow, String issuer, CredentialUse.Builder use) {
    use.principal("github-actions:" + workflow, IdentityType.CI_JOB)
        .tenant(ci.repositoryOwner)
        .sessionId(session(ci.run, ci.attempt));
    if (ci.actor != null && !"schedule".equals(ci.event)) {
      initiator("github:user/" + ci.actor, issuer, use);
    }
  }

  private static void initiator(String id, String issuer, CredentialUse.Builder use) {
    if (id.length() <= ClaimText.MAX_LENGTH) {
      use.initiator(new Actor(id, IdentityType.HUMAN, issuer));
    }
  }

  /**
   * The issuer of GitLab is any host, so that the claims must prove that they belong together: the
   * configuration stands on the issuer's own host and in the project that subject and project name.
   */
  private static @Nullable String gitlabConfiguration(TokenClaims claims, String issuer) {
    CiClaims ci = claims.ci;
    String subject = claims.subject;
    if (ci.configuration == null
        || ci.project == null
        || ci.pipeline == null
        || ci.job == null
        || subject == null
        || !issuer.startsWith("https://")) {
      return null;
    }
    String home = issuer.substring("https://".length()) + "/" + ci.project + "//";
    return fits(ci.configuration)
            && ci.configuration.startsWith(home)
            && subject.startsWith("project_path:" + ci.project + ":")
        ? ci.configuration
        : null;
  }

  private static void gitlab(
      CiClaims ci, String configuration, String issuer, CredentialUse.Builder use) {
    use.principal("gitlab-ci:" + configuration, IdentityType.CI_JOB)
        .tenant(ci.namespace)
        .sessionId(session(ci.pipeline, ci.job));
    if (ci.user != null && !"schedule".equals(ci.event)) {
      String host = issuer.substring("https://".length());
      initiator("gitlab:" + host + "/user/" + ci.user, issuer, use);
    }
  }

  /** With its namespace before it; what would have to be cut names no job. */
  private static boolean fits(String name) {
    return name.length() <= ClaimText.MAX_LENGTH - "github-actions:".length();
  }

  private static @Nullable String session(@Nullable String run, @Nullable String part) {
    return run == null || part == null || run.length() + part.length() >= ClaimText.MAX_LENGTH
        ? run
        : run + "/" + part;
  }
}
