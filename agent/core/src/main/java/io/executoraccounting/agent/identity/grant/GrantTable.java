/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The grants that this JVM saw, by what names the issued credential. */
public final class GrantTable implements CredentialLineage {
  private final ConcurrentHashMap<String, Grant> grants = new ConcurrentHashMap<>();

  /** Forgotten when the issued credential has expired. */
  void learned(Grant grant) {
    String name = nameOf(grant.issued());
    if (name != null) {
      grants.put(name, grant);
    }
  }

  @Override
  public @Nullable Grant grantOf(CredentialUse use) {
    String name = nameOf(use);
    return name == null ? null : grants.get(name);
  }

  /** A signing key is never shown, so that its public id must stand for it. */
  private static @Nullable String nameOf(CredentialUse use) {
    return use.fingerprint() == null ? use.publicId() : use.fingerprint();
  }
}
