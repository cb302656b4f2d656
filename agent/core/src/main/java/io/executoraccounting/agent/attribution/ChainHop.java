/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Via;
import org.jspecify.annotations.Nullable;

/** One hop from initiator to authority. Immutable. */
public final class ChainHop {
  private final String id;
  private final IdentityType type;
  private final Via via;
  private final @Nullable String fingerprint;

  public ChainHop(String id, IdentityType type, Via via, @Nullable String fingerprint) {
    this.id = id;
    this.type = type;
    this.via = via;
    this.fingerprint = fingerprint;
  }

  public String id() {
    return id;
  }

  public IdentityType type() {
    return type;
  }

  public Via via() {
    return via;
  }

  public @Nullable String fingerprint() {
    return fingerprint;
  }
}
