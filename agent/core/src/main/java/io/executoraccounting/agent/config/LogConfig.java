/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The agent's own few lines. Immutable. */
public final class LogConfig {
  /** Which lines are written; each level has those of the levels before it. */
  public enum Level {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final ConfigKey<Level> LEVEL =
      ConfigKey.withDefault(
          "executor.log.level",
          new ChoiceParser<>(Level.values()),
          "info",
          "How much the agent says of itself.",
          "Leave it; `warn` makes a healthy agent silent.");
  static final ConfigKey<File> FILE =
      ConfigKey.optional(
          "executor.log.file",
          new PathParser(),
          "Where the agent's own lines go; standard error if it is not set.",
          "Set it where standard error is parsed by somebody else.");

  private final Level level;
  private final @Nullable File file;

  private LogConfig(Level level, @Nullable File file) {
    this.level = level;
    this.file = file;
  }

  static LogConfig read(Settings settings) {
    return new LogConfig(settings.value(LEVEL), settings.optional(FILE));
  }

  public Level level() {
    return level;
  }

  /** Null means standard error. */
  public @Nullable File file() {
    return file;
  }
}
