/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.config.ConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {
  @TempDir Path folder;

  @Test
  void writesLinesOfItsLevelToTheFile() throws Exception {
    Path file = folder.resolve("agent.log");
    AgentLog log = open("executor.log.level=warn", file);

    log.info("left out");
    log.warn("kept");

    assertThat(Files.readAllLines(file)).containsExactly("[executor-accounting] kept");
  }

  @Test
  void addsToWhatTheFileHolds() throws Exception {
    Path file = Files.writeString(folder.resolve("agent.log"), "before\n");

    open("executor.log.level=info", file).info("after");

    assertThat(Files.readAllLines(file)).containsExactly("before", "[executor-accounting] after");
  }

  private AgentLog open(String level, Path file) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("agent.properties"), level + "\nexecutor.log.file=" + file + "\n");
    return AgentLog.open(ConfigLoader.load(config.toString()).config().log());
  }
}
