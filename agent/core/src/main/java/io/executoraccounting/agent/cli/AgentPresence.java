/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a JVM's agent properties say of the agent. */
final class AgentPresence {
  /** Written by the session in bootstrap: a version, and {@code attached} or {@code detached}. */
  private static final String PROPERTY = "io.executoraccounting.agent";

  private final @Nullable String version;
  private final boolean attached;

  private AgentPresence(@Nullable String version, boolean attached) {
    this.version = version;
    this.attached = attached;
  }

  static AgentPresence read(Properties agentProperties) {
    String value = agentProperties.getProperty(PROPERTY);
    int space = value == null ? -1 : value.indexOf(' ');
    return value == null || space < 0
        ? new AgentPresence(null, false)
        : new AgentPresence(value.substring(0, space), value.endsWith(" attached"));
  }

  /** Of the agent that is there or was; null if none ever was. */
  @Nullable String version() {
    return version;
  }

  boolean attached() {
    return attached;
  }
}
