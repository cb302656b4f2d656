/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.HeaderSource;
import org.jspecify.annotations.Nullable;

/** Tells the requests that may give out a credential from all others. */
public final class GrantWatcher {
  private final CredentialReader credentials;
  private final GrantTable grants;

  public GrantWatcher(CredentialReader credentials, GrantTable grants) {
    this.credentials = credentials;
    this.grants = grants;
  }

  /** As {@link io.executoraccounting.spi.AccountingService#watchGrant}. */
  public @Nullable GrantWatch watch(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers) {
    return null;
  }
}
