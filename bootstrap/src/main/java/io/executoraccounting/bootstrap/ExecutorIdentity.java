/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who executes: a namespaced id that stays the same when credentials are refreshed, and its type.
 *
 * <p>Immutable and safe for use by many threads. Values longer than 256 characters are cut when
 * they are recorded.
 */
public final class ExecutorIdentity {
  private final String id;
  private final IdentityType type;
  private final @Nullable String name;
  private final @Nullable String sessionId;
  private final @Nullable String framework;
  private final @Nullable String tool;

  private ExecutorIdentity(
      String id,
      IdentityType type,
      @Nullable String name,
      @Nullable String sessionId,
      @Nullable String framework,
      @Nullable String tool) {
    this.id = Objects.requireNonNull(id, "id");
    this.type = Objects.requireNonNull(type, "type");
    this.name = name;
    this.sessionId = sessionId;
    this.framework = framework;
    this.tool = tool;
  }

  /**
   * An identity as it is known elsewhere, for example {@code spiffe://example.org/billing}.
   *
   * @throws NullPointerException if either argument is null
   */
  public static ExecutorIdentity of(String id, IdentityType type) {
    return new ExecutorIdentity(id, type, null, null, null, null);
  }

  /** The AI agent of that name, with the id {@code agent:<name>}. */
  public static ExecutorIdentity agent(String name) {
    return new ExecutorIdentity("agent:" + name, IdentityType.AI_AGENT, name, null, null, null);
  }

  /** The same identity with a display name. */
  public ExecutorIdentity withName(String name) {
    return new ExecutorIdentity(id, type, name, sessionId, framework, tool);
  }

  /** The same identity within one run, conversation or role session. */
  public ExecutorIdentity withSessionId(String sessionId) {
    return new ExecutorIdentity(id, type, name, sessionId, framework, tool);
  }

  /** The same agent, built with that framework, for example {@code langchain4j}. */
  public ExecutorIdentity withFramework(String framework) {
    return new ExecutorIdentity(id, type, name, sessionId, framework, tool);
  }

  /** The same agent while it runs that tool. */
  public ExecutorIdentity withTool(String tool) {
    return new ExecutorIdentity(id, type, name, sessionId, framework, tool);
  }

  public String id() {
    return id;
  }

  public IdentityType type() {
    return type;
  }

  public @Nullable String name() {
    return name;
  }

  public @Nullable String sessionId() {
    return sessionId;
  }

  public @Nullable String framework() {
    return framework;
  }

  public @Nullable String tool() {
    return tool;
  }

  @Override
  public String toString() {
    return type.value() + " " + id;
  }
}
