/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import io.executoraccounting.bootstrap.IdentityType;
import org.jspecify.annotations.Nullable;

/** An identity by its id, its type or who vouches for it; or that there is none. Immutable. */
public final class IdentityPattern {
  private final @Nullable Glob id;
  private final @Nullable Glob issuer;
  private final @Nullable IdentityType type;

  private IdentityPattern(@Nullable Glob id, @Nullable Glob issuer, @Nullable IdentityType type) {
    this.id = id;
    this.issuer = issuer;
    this.type = type;
  }

  static IdentityPattern ofId(Glob id) {
    return new IdentityPattern(id, null, null);
  }

  static IdentityPattern ofIssuer(Glob issuer) {
    return new IdentityPattern(null, issuer, null);
  }

  static IdentityPattern ofType(IdentityType type) {
    return new IdentityPattern(null, null, type);
  }

  static IdentityPattern nobody() {
    return new IdentityPattern(null, null, null);
  }

  /**
   * @param issuer null if nobody is known to vouch for it
   */
  public boolean matches(String id, IdentityType type, @Nullable String issuer) {
    if (this.id != null) {
      return this.id.matches(id);
    }
    if (this.issuer != null) {
      return issuer != null && this.issuer.matches(issuer);
    }
    return this.type == type;
  }

  /** Whether it stands for there being no identity at all. */
  public boolean matchesNobody() {
    return id == null && issuer == null && type == null;
  }
}
