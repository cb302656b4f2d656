/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import io.executoraccounting.bootstrap.IdentityType;
import org.jspecify.annotations.Nullable;

/** An identity that a token names as having acted, RFC 8693 s4.1. Immutable. */
public final class Actor {
  private final String id;
  private final IdentityType type;
  private final @Nullable String issuer;

  /**
   * @param id namespaced, as {@code executor.id} is
   * @param issuer who vouches for it, null if the token does not say
   */
  public Actor(String id, IdentityType type, @Nullable String issuer) {
    this.id = id;
    this.type = type;
    this.issuer = issuer;
  }

  public String id() {
    return id;
  }

  public IdentityType type() {
    return type;
  }

  public @Nullable String issuer() {
    return issuer;
  }
}
