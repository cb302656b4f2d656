/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.LogConfig;
import io.executoraccounting.agent.config.LogConfig.Level;
import io.executoraccounting.agent.weaving.WeavingLog;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the agent's own lines to the process's standard error or to a file, never through {@code
 * java.util.logging} or {@code System.err}: both belong to the application, which may have put its
 * own code behind them.
 */
final class AgentLog implements AgentLogger, WeavingLog {
  private final Level level;
  private final OutputStream out;

  private AgentLog(Level level, OutputStream out) {
    this.level = level;
    this.out = out;
  }

  /** Where a file cannot be written, a line says so and standard error takes its place. */
  static AgentLog open(LogConfig config) {
    OutputStream standardError = new FileOutputStream(FileDescriptor.err);
    File file = config.file();
    if (file == null) {
      return new AgentLog(config.level(), standardError);
    }
    try {
      return new AgentLog(config.level(), new FileOutputStream(file, true));
    } catch (IOException | SecurityException e) {
      AgentLog log = new AgentLog(config.level(), standardError);
      log.warn("executor.log.file: " + e.getMessage() + "; standard error is used instead");
      return log;
    }
  }

  @Override
  public void error(String line) {
    write(Level.ERROR, line);
  }

  @Override
  public void warn(String line) {
    write(Level.WARN, line);
  }

  @Override
  public void info(String line) {
    write(Level.INFO, line);
  }

  @Override
  public void debug(String line) {
    write(Level.DEBUG, line);
  }

  /** In one piece, so that lines of several threads do not mix. */
  private void write(Level lineLevel, String line) {
    if (lineLevel.compareTo(level) > 0) {
      return;
    }
    try {
      out.write(("[executor-accounting] " + line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      // There is nowhere left to say so.
      return;
    }
  }
}
