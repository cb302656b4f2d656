/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Verification;
import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service account and pod that a projected token names. It is read once: kubelet replaces the
 * file before the token expires, but account and pod of a process never change.
 */
final class KubernetesPod implements IdentitySource {
  private static final String MOUNTED = "var/run/secrets/kubernetes.io/serviceaccount/token";

  /**
   * Tokens of the same account for somebody else, which a pod may have without the one above: for
   * AWS (IRSA, EKS Pod Identity) and for Entra's workload identity.
   */
  private static final String[] VARIABLES = {
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    "AZURE_FEDERATED_TOKEN_FILE",
  };

  private final CredentialReader credentials;

  KubernetesPod(CredentialReader credentials) {
    this.credentials = credentials;
  }

  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    ProcessIdentity found = read(surroundings.file(MOUNTED), surroundings);
    for (int i = 0; found == null && i < VARIABLES.length; i++) {
      File file = surroundings.fileOf(VARIABLES[i]);
      found = file == null ? null : read(file, surroundings);
    }
    return found;
  }

  private @Nullable ProcessIdentity read(File file, ProcessSurroundings surroundings) {
    try (SmallFile content = SmallFile.read(file)) {
      if (content == null) {
        return null;
      }
      String token = content.ascii();
      CredentialUse use = credentials.fromToken(token, CredentialKind.JWT);
      String account = use.principal();
      if (account == null || !account.startsWith("k8s:")) {
        return null;
      }
      ExecutorIdentity identity = ExecutorIdentity.of(account, use.principalType());
      String pod = use.sessionId();
      ProcessIdentity process =
          surroundings.identity(
              pod == null ? identity : identity.withSessionId(pod),
              "kubernetes_token",
              Verification.ASSERTED);
      for (Map.Entry<String, String> fact : PodClaims.of(token).entrySet()) {
        process = process.with(fact.getKey(), fact.getValue());
      }
      return process;
    }
  }
}
