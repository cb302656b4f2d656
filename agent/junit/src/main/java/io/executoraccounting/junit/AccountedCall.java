/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call as it was recorded: who made it, with what authority, and what it reached. Immutable.
 */
public final class AccountedCall {
  private final String name;
  private final Map<String, Object> attributes;
  private final List<StackTraceElement> stack;

  AccountedCall(String name, Map<String, Object> attributes, List<StackTraceElement> stack) {
    this.name = name;
    this.attributes = attributes;
    this.stack = stack;
  }

  /** What was done, as {@code UPDATE refunds} or {@code GET /orders/{id}}. */
  public String name() {
    return name;
  }

  /** All attributes by name; values are strings, longs, booleans or lists of strings. */
  public Map<String, Object> attributes() {
    return attributes;
  }

  /** Null if the record does not have that attribute. */
  public @Nullable Object attribute(String key) {
    return attributes.get(key);
  }

  /** Ids of the policy rules that it breaks. */
  public List<?> violations() {
    Object violations = attributes.get("executor.policy.violations");
    return violations instanceof List ? (List<?>) violations : Collections.emptyList();
  }

  /** Who, with what, for whom, to what; and in the next line where in the code. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(attributes.get("executor.id"));
    text.append(" with ").append(attributes.get("executor.authority.id"));
    text.append(" (").append(attributes.get("executor.credential.kind")).append(')');
    Object initiator = attributes.get("executor.initiator.id");
    if (initiator != null) {
      text.append(" for ").append(initiator);
    }
    text.append(": ").append(name).append(" on ").append(target());
    StackTraceElement caller = CallSite.of(stack);
    if (caller != null) {
      text.append(System.lineSeparator()).append("    at ").append(caller);
    }
    return text.toString();
  }

  /** As the policy's {@code target} has it, without the resource, which the name tells. */
  private String target() {
    Object host = attributes.get("server.address");
    Object environment = attributes.get("executor.reach.environment");
    return attributes.get("executor.reach.system")
        + (host == null ? "" : ":" + host)
        + (environment == null ? "" : " (" + environment + ")");
  }
}
