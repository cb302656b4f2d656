/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.config.EntryPoint;
import io.executoraccounting.agent.config.ExtensionConfig;
import io.executoraccounting.agent.weaving.ExtensionSources;
import io.executoraccounting.agent.weaving.LoadedExtension;
import io.executoraccounting.spi.ExtensionSettings;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The extensions that are switched on. */
final class Extensions {
  private Extensions() {}

  static List<LoadedExtension> of(ExtensionConfig config, AgentLog log) {
    ExtensionSources sources =
        new ExtensionSources(
            Extensions.class.getClassLoader(), new Enabled(config), new Told(config), log);
    List<LoadedExtension> found = new ArrayList<>(sources.builtIn());
    File folder = config.directory();
    if (folder != null) {
      found.addAll(FolderReading.of(sources, folder));
    }
    return found;
  }

  private static final class Enabled implements Predicate<String> {
    private final ExtensionConfig config;

    Enabled(ExtensionConfig config) {
      this.config = config;
    }

    @Override
    public boolean test(String extension) {
      return config.isEnabled(extension);
    }
  }

  private static final class Told implements ExtensionSettings {
    private final ExtensionConfig config;

    Told(ExtensionConfig config) {
      this.config = config;
    }

    @Override
    public List<String> agentEntrypoints() {
      List<String> entrypoints = new ArrayList<>();
      for (EntryPoint entrypoint : config.entryPoints()) {
        entrypoints.add(entrypoint.toString());
      }
      return entrypoints;
    }
  }
}
