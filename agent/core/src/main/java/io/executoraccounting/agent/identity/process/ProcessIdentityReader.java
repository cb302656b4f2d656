/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.spi.CredentialReader;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one source after the other, the most certain first: what an authority signed (SVID, service
 * account token), what somebody configured (roles), what a platform's variables say, and at last
 * the user.
 */
public final class ProcessIdentityReader {
  private final @Nullable File svid;
  private final List<IdentitySource> sources;

  /**
   * @param svid the configured file with an SVID, null if none is
   */
  public ProcessIdentityReader(@Nullable File svid, CredentialReader credentials) {
    this.svid = svid;
    sources =
        Arrays.asList(
            new SpiffeSvid(svid, credentials),
            new KubernetesPod(credentials),
            new AwsWebIdentity(),
            new GoogleCredentialsFile(),
            new AzureWorkloadIdentity(),
            new HostingPlatform(),
            new CiJob(),
            new SystemdUnit());
  }

  /** Which workload the process is that these are the surroundings of. Never throws. */
  public ProcessIdentity read(ProcessSurroundings surroundings) {
    ProcessIdentity found = null;
    for (int i = 0; found == null && i < sources.size(); i++) {
      found = sources.get(i).identify(surroundings);
    }
    return (found == null ? OsUser.identify(surroundings) : found)
        .startedBy(BuildStarter.of(surroundings));
  }

  /** Whether an SVID is configured, and that identity does not come from one. */
  public boolean missesSvid(ProcessIdentity found) {
    return svid != null && !found.source().endsWith("_svid");
  }
}
