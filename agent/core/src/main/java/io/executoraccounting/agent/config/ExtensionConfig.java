/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which extensions are used, and which methods are agents. Immutable. */
public final class ExtensionConfig {
  static final ConfigKey<Boolean> ENABLED =
      ConfigKey.optional(
          "executor.extension.<name>.enabled",
          new FlagParser(),
          "Whether the extension `<name>` is used; `true` if it is not set. Each extension's README"
              + " has its name.",
          "Set it to `false` to rule an extension out when something behaves strangely.");
  static final ConfigKey<File> DIRECTORY =
      ConfigKey.optional(
          "executor.extensions.dir",
          new PathParser(),
          "Folder with jars of further extensions. A folder that others may write to is refused.",
          "Only for extensions you trust: they run inside the application.");
  static final ConfigKey<List<EntryPoint>> ENTRY_POINTS =
      ConfigKey.optional(
          "executor.agent.entrypoints",
          new EntryPointsParser(),
          "Methods that are an AI agent's turn, as `com.acme.SupportBot#run`; the agent is called"
              + " by the class's simple name.",
          "For agents without a framework the agent knows, whose code cannot be annotated.");

  private final Map<String, Boolean> enabled;
  private final @Nullable File directory;
  private final List<EntryPoint> entryPoints;

  private ExtensionConfig(
      Map<String, Boolean> enabled, @Nullable File directory, List<EntryPoint> entryPoints) {
    this.enabled = enabled;
    this.directory = directory;
    this.entryPoints = entryPoints;
  }

  static ExtensionConfig read(Settings settings) {
    List<EntryPoint> entryPoints = settings.optional(ENTRY_POINTS);
    return new ExtensionConfig(
        settings.members(ENABLED),
        settings.optional(DIRECTORY),
        entryPoints == null ? Collections.emptyList() : entryPoints);
  }

  /** Whether the extension of that name is used. */
  public boolean isEnabled(String extension) {
    Boolean switched = enabled.get(extension);
    // An environment variable cannot hold the dot of servlet-3.0: its member reads servlet-3-0.
    Boolean byVariable = enabled.get(extension.replace('.', '-'));
    return !Boolean.FALSE.equals(switched == null ? byVariable : switched);
  }

  /** Where further extensions are; null if nowhere. */
  public @Nullable File directory() {
    return directory;
  }

  public List<EntryPoint> entryPoints() {
    return entryPoints;
  }
}
