/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import org.jspecify.annotations.Nullable;

/**
 * The application in Entra that a federated token stands for, as azure-workload-identity's webhook
 * sets the variables. It is named as Entra's tokens of version 2 name it.
 */
final class AzureWorkloadIdentity implements IdentitySource {
  private static final String PUBLIC_CLOUD = "https://login.microsoftonline.com/";

  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    String client = surroundings.text("AZURE_CLIENT_ID");
    String tenant = surroundings.text("AZURE_TENANT_ID");
    if (client == null
        || tenant == null
        || surroundings.fileOf("AZURE_FEDERATED_TOKEN_FILE") == null) {
      return null;
    }
    String authority = surroundings.text("AZURE_AUTHORITY_HOST");
    String host = authority == null ? PUBLIC_CLOUD : authority;
    String issuer = host + (host.endsWith("/") ? "" : "/") + tenant + "/v2.0";
    return surroundings.identity(
        ExecutorIdentity.of("oauth:" + issuer + "#" + client, IdentityType.SERVICE_ACCOUNT),
        "azure_workload_identity",
        Verification.CONFIGURED);
  }
}
