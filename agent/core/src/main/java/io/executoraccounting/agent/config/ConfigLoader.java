/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the configuration: system properties before environment before file before defaults. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * Reads it for this JVM. Never throws.
   *
   * @param file what stands after the jar in {@code -javaagent:}; null or empty if nothing does
   */
  public static LoadedConfig load(@Nullable String file) {
    return load(file, ownProperties(), System.getenv());
  }

  /** As {@link #load(String)}, with these instead of the JVM's. */
  static LoadedConfig load(
      @Nullable String file, Map<String, String> properties, Map<String, String> environment) {
    Problems problems = new Problems();
    List<Setting> settings = fileSettings(file, properties, environment, problems);
    UnknownKeys.warn(properties, environment, settings, problems);
    AgentConfig config =
        AgentConfig.read(new Settings(properties, environment, settings, problems));
    return new LoadedConfig(config, problems.lines(), config.strict() && problems.hasBadValue());
  }

  private static List<Setting> fileSettings(
      @Nullable String argument,
      Map<String, String> properties,
      Map<String, String> environment,
      Problems problems) {
    File file =
        new Settings(properties, environment, Collections.emptyList(), problems)
            .optional(ConfigKeys.CONFIG);
    if (argument != null && !argument.trim().isEmpty()) {
      file = new File(argument.trim());
    }
    if (file == null) {
      return Collections.emptyList();
    }
    try {
      return ConfigFile.read(file, problems);
    } catch (IOException | SecurityException e) {
      problems.badValue("the configuration file cannot be read and is left out: " + e.getMessage());
      return Collections.emptyList();
    }
  }

  private static Map<String, String> ownProperties() {
    Map<String, String> own = new TreeMap<>();
    Properties all = System.getProperties();
    for (String name : all.stringPropertyNames()) {
      String value = all.getProperty(name);
      if (value != null && (name.startsWith("executor.") || name.startsWith("otel."))) {
        own.put(name, value);
      }
    }
    return own;
  }
}
