/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;

/** What every process has: a user, and a service name. */
final class OsUser {
  private OsUser() {}

  static ProcessIdentity identify(ProcessSurroundings surroundings) {
    String service = surroundings.serviceName();
    ExecutorIdentity user =
        ExecutorIdentity.of("os:" + surroundings.osUser() + "@" + service, IdentityType.WORKLOAD)
            .withName(service);
    return surroundings.identity(user, "os_user", Verification.INFERRED);
  }
}
