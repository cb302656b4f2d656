/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.Disclosure;
import io.executoraccounting.agent.attribution.EvidenceAttribution;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.IdentityConfig;
import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.ServiceAccountToken;
import io.executoraccounting.agent.identity.grant.CredentialLineage;

/** The attribution of this process, as configured. Reads files: not for the main thread. */
final class ProcessAttribution {
  private ProcessAttribution() {}

  static Attribution of(
      AgentConfig config, Fingerprinter fingerprinter, CredentialLineage lineage) {
    IdentityConfig identity = config.identity();
    ProcessIdentity process =
        ProcessIdentity.of(
            System.getenv(),
            System.getProperty("user.name", "unknown"),
            config.service().name(),
            ServiceAccountToken.read(ServiceAccountToken.DEFAULT, fingerprinter));
    return new EvidenceAttribution(
        process,
        fingerprinter,
        new Disclosure(fingerprinter, identity.pseudonymise(), identity.credentialIdForm()),
        lineage,
        config.environments()::of);
  }
}
