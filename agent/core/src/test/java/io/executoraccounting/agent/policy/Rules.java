/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.ConfigLoader;
import io.executoraccounting.agent.config.LoadedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rules as they are written: keys below {@code executor.policy.}, or other keys in full. */
final class Rules {
  private Rules() {}

  static PolicyStage of(String... lines) {
    return in(null, lines);
  }

  /** Those of a process that says that it runs in that environment. */
  static PolicyStage in(String ownEnvironment, String... lines) {
    List<String> settings = new ArrayList<>();
    settings.add("executor.environment.production=*.prod.example");
    settings.add("executor.environment.test=*.test.example");
    for (String line : lines) {
      settings.add("executor.policy." + line);
    }
    AgentConfig config = config(settings);
    return new PolicyStage(config.policy(), config.environments(), ownEnvironment);
  }

  static AgentConfig config(List<String> lines) {
    try {
      Path file = Files.write(Files.createTempFile("rules", ".properties"), lines);
      try {
        LoadedConfig loaded = ConfigLoader.load(file.toString());
        assertThat(loaded.problems()).isEmpty();
        return loaded.config();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
