/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import io.executoraccounting.spi.Access;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule as somebody wrote it: which records it is about, and what is expected. Immutable. */
public final class PolicyRule {
  private final String id;
  private final @Nullable Patterns<TargetPattern> target;
  private final @Nullable Patterns<Access> access;
  private final @Nullable Patterns<Glob> environment;
  private final @Nullable Patterns<IdentityPattern> executor;
  private final @Nullable Patterns<IdentityPattern> authority;
  private final @Nullable Patterns<IdentityPattern> initiator;
  private final @Nullable List<Glob> allowedScopes;
  private final List<Glob> deniedScopes;
  private final List<Forbidden> forbidden;
  private final int maxDepth;

  PolicyRule(String id, RuleSettings settings) {
    this.id = id;
    target = settings.optional(PolicyKeys.TARGET);
    access = settings.optional(PolicyKeys.ACCESS);
    environment = settings.optional(PolicyKeys.ENVIRONMENT);
    executor = settings.optional(PolicyKeys.EXECUTOR);
    authority = settings.optional(PolicyKeys.AUTHORITY);
    initiator = settings.optional(PolicyKeys.INITIATOR);
    allowedScopes = settings.optional(PolicyKeys.SCOPES_ALLOW);
    deniedScopes = orNone(settings.optional(PolicyKeys.SCOPES_DENY));
    forbidden = orNone(settings.optional(PolicyKeys.FORBID));
    Integer depth = settings.optional(PolicyKeys.MAX_DEPTH);
    maxDepth = depth == null ? Integer.MAX_VALUE : depth;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? Collections.emptyList() : list;
  }

  /** Whether it says anything that a record could break. */
  boolean expectsSomething() {
    return executor != null
        || authority != null
        || initiator != null
        || allowedScopes != null
        || !deniedScopes.isEmpty()
        || !forbidden.isEmpty()
        || maxDepth < Integer.MAX_VALUE;
  }

  public String id() {
    return id;
  }

  /** Null: any target. */
  public @Nullable Patterns<TargetPattern> target() {
    return target;
  }

  /** Null: any access. */
  public @Nullable Patterns<Access> access() {
    return access;
  }

  /** Null: any environment, and none. */
  public @Nullable Patterns<Glob> environment() {
    return environment;
  }

  /** Null: anybody, as for the next two. */
  public @Nullable Patterns<IdentityPattern> executor() {
    return executor;
  }

  public @Nullable Patterns<IdentityPattern> authority() {
    return authority;
  }

  public @Nullable Patterns<IdentityPattern> initiator() {
    return initiator;
  }

  /** Null: any scope. */
  public @Nullable List<Glob> allowedScopes() {
    return allowedScopes;
  }

  public List<Glob> deniedScopes() {
    return deniedScopes;
  }

  public List<Forbidden> forbidden() {
    return forbidden;
  }

  /** In hops. */
  public int maxDepth() {
    return maxDepth;
  }
}
