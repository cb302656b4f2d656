/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.Disclosure;
import io.executoraccounting.agent.attribution.EvidenceAttribution;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.IdentityConfig;
import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.agent.identity.process.ProcessIdentityReader;
import io.executoraccounting.agent.identity.process.ProcessSurroundings;
import io.executoraccounting.spi.CredentialReader;
import java.io.File;

/** The attribution of this process, as configured. Reads files: not for the main thread. */
final class ProcessAttribution {
  private ProcessAttribution() {}

  /** Which workload this process is. */
  static ProcessIdentity process(AgentConfig config, CredentialReader credentials, AgentLog log) {
    File svid = config.identity().svidFile();
    ProcessIdentityReader reader = new ProcessIdentityReader(svid, credentials);
    ProcessIdentity process =
        reader.read(
            new ProcessSurroundings(
                System.getenv(),
                new File("/"),
                System.getProperty("user.name", "unknown"),
                config.service().name()));
    if (reader.missesSvid(process)) {
      log.warn(
          "executor.process.svid-file: "
              + svid
              + " holds no SPIFFE id; this process is "
              + process.identity().id()
              + ", from "
              + process.source());
    }
    return process;
  }

  static Attribution of(
      AgentConfig config,
      ProcessIdentity process,
      Fingerprinter fingerprinter,
      CredentialLineage lineage) {
    IdentityConfig identity = config.identity();
    return new EvidenceAttribution(
        process,
        fingerprinter,
        new Disclosure(fingerprinter, identity.pseudonymise(), identity.credentialIdForm()),
        lineage,
        config.environments()::of);
  }
}
