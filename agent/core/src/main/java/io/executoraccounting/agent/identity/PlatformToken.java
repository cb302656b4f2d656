/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import org.jspecify.annotations.Nullable;

/** Tokens that platforms issue to what runs on them, which name it better than a client id does. */
final class PlatformToken {
  private static final String GITHUB_ACTIONS = "https://token.actions.githubusercontent.com";

  private PlatformToken() {}

  /** Adds what such a token says beyond the usual claims; nothing for any other token. */
  static void refine(TokenClaims claims, CredentialUse.Builder use) {
    if (claims.workflow != null && GITHUB_ACTIONS.equals(claims.issuer)) {
      workflow(claims, claims.workflow, use);
      return;
    }
    String account = serviceAccount(claims);
    if (account != null) {
      use.principal(account, IdentityType.SERVICE_ACCOUNT).sessionId(claims.kubernetesPodUid);
    }
  }

  private static @Nullable String serviceAccount(TokenClaims claims) {
    if (claims.kubernetesNamespace != null && claims.kubernetesServiceAccount != null) {
      return PrincipalIds.kubernetes(claims.kubernetesNamespace, claims.kubernetesServiceAccount);
    }
    return PrincipalIds.kubernetesSubject(claims.subject);
  }

  /**
   * The job executes, and the user whose event started it initiates; on a schedule nobody does, and
   * the claim names whoever last changed the file.
   */
  private static void workflow(TokenClaims claims, String workflow, CredentialUse.Builder use) {
    use.principal("github-actions:" + workflow, IdentityType.CI_JOB).tenant(claims.repositoryOwner);
    if (claims.workflowRun != null) {
      String attempt = claims.workflowAttempt;
      use.sessionId(claims.workflowRun + (attempt == null ? "" : "/" + attempt));
    }
    if (claims.workflowActor != null && !"schedule".equals(claims.workflowEvent)) {
      use.initiator(
          new Actor("github:user/" + claims.workflowActor, IdentityType.HUMAN, claims.issuer));
    }
  }
}
