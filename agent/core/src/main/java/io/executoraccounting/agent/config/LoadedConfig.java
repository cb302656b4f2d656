/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.List;

/** The configuration, and what was wrong with it. Immutable. */
public final class LoadedConfig {
  private final AgentConfig config;
  private final List<String> problems;
  private final boolean refused;

  LoadedConfig(AgentConfig config, List<String> problems, boolean refused) {
    this.config = config;
    this.problems = problems;
    this.refused = refused;
  }

  /** Usable in any case: what was wrong has its default. */
  public AgentConfig config() {
    return config;
  }

  /** One line each, to be logged as warnings; without any value that may be secret. */
  public List<String> problems() {
    return problems;
  }

  /** There was a bad value and {@code executor.strict} is on: the JVM must not start. */
  public boolean refused() {
    return refused;
  }
}
