/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** Where the agent's own lines go. Safe for use by many threads; never throws. */
public interface AgentLogger {
  void error(String line);

  void warn(String line);

  void info(String line);

  void debug(String line);
}
