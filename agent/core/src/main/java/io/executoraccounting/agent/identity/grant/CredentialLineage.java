/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import org.jspecify.annotations.Nullable;

/** Which credential came of which, as far as this JVM saw it. Safe for use by many threads. */
public interface CredentialLineage {
  /** Knows of no credential where it came from. */
  CredentialLineage UNKNOWN = use -> null;

  /** How that credential was given out; null if that was not seen, or has been forgotten. */
  @Nullable Grant grantOf(CredentialUse use);
}
