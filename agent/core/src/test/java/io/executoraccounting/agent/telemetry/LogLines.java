/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentLogger;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the agent says. */
final class LogLines implements AgentLogger {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return lines;
  }

  @Override
  public void error(String line) {
    lines.add("error " + line);
  }

  @Override
  public void warn(String line) {
    lines.add("warn " + line);
  }

  @Override
  public void info(String line) {
    lines.add("info " + line);
  }

  @Override
  public void debug(String line) {
    lines.add("debug " + line);
  }
}
