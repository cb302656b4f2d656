/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/** One thing that may say which workload a process is. Reads files; never throws. */
interface IdentitySource {
  /** Null where it does not say, or says nothing that can be believed. */
  @Nullable ProcessIdentity identify(ProcessSurroundings surroundings);
}
