/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import org.jspecify.annotations.Nullable;

/** The job of a build server that this process is part of, as the server's variables state it. */
final class CiJob implements IdentitySource {
  @Override
  public @Nullable ProcessIdentity identify(ProcessSurroundings surroundings) {
    BuildServer server = BuildServer.of(surroundings);
    String job = server == null ? null : server.job(surroundings);
    if (server == null || job == null) {
      return null;
    }
    ExecutorIdentity identity = ExecutorIdentity.of(job, IdentityType.CI_JOB);
    String run = server.run(surroundings);
    return surroundings.identity(
        run == null ? identity : identity.withSessionId(run),
        "ci_environment",
        Verification.INFERRED);
  }
}
