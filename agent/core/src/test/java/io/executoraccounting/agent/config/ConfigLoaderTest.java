/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  @TempDir Path directory;

  private LoadedConfig load(String... lines) throws IOException {
    return load(Map.of(), Map.of(), lines);
  }

  private LoadedConfig load(
      Map<String, String> properties, Map<String, String> environment, String... lines)
      throws IOException {
    Path file = directory.resolve("agent.properties");
    Files.write(file, List.of(lines));
    return ConfigLoader.load(file.toString(), properties, environment);
  }

  @Test
  void everythingHasADefault() {
    LoadedConfig loaded = ConfigLoader.load(null, Map.of(), Map.of());
    AgentConfig config = loaded.config();
    assertThat(loaded.problems()).isEmpty();
    assertThat(config.enabled()).isTrue();
    assertThat(config.export().exporters()).containsExactly(ExporterKind.FILE);
    assertThat(config.export().queueSize()).isEqualTo(16384);
    assertThat(config.export().file().path().getPath())
        .isEqualTo("executor-accounting/records-<pid>.jsonl");
    assertThat(config.export().file().maxBytes()).isEqualTo(64L << 20);
    assertThat(config.identity().pseudonymise()).isTrue();
    assertThat(config.log().level()).isEqualTo(LogConfig.Level.INFO);
    assertThat(config.extensions().isEnabled("jdbc")).isTrue();
  }

  @Test
  void systemPropertyGoesBeforeEnvironmentAndEnvironmentBeforeFile() throws IOException {
    String key = "executor.queue.size";
    String variable = "EXECUTOR_QUEUE_SIZE";
    String line = "executor.queue.size=2000";
    assertThat(load(line).config().export().queueSize()).isEqualTo(2000);
    assertThat(load(Map.of(), Map.of(variable, "3000"), line).config().export().queueSize())
        .isEqualTo(3000);
    assertThat(
            load(Map.of(key, "4000"), Map.of(variable, "3000"), line).config().export().queueSize())
        .isEqualTo(4000);
  }

  @Test
  void emptyValueIsNoValue() throws IOException {
    LoadedConfig loaded =
        load(Map.of("executor.queue.size", ""), Map.of("EXECUTOR_QUEUE_SIZE", "3000"));
    assertThat(loaded.config().export().queueSize()).isEqualTo(3000);
    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void fileNamedAfterTheJarGoesBeforeThePropertys() throws IOException {
    Path other = Files.writeString(directory.resolve("other"), "executor.queue.size=5000");
    LoadedConfig loaded =
        load(Map.of("executor.config", other.toString()), Map.of(), "executor.queue.size=2000");
    assertThat(loaded.config().export().queueSize()).isEqualTo(2000);
    LoadedConfig byVariable =
        ConfigLoader.load(null, Map.of(), Map.of("EXECUTOR_CONFIG", other.toString()));
    assertThat(byVariable.config().export().queueSize()).isEqualTo(5000);
  }

  @Test
  void badValueIsOneLineWithFileLineKeyValueAndWhatWasExpected() throws IOException {
    LoadedConfig loaded = load("# comment", "", "executor.queue.size = many");
    assertThat(loaded.config().export().queueSize()).isEqualTo(16384);
    assertThat(loaded.problems())
        .containsExactly(
            directory.resolve("agent.properties")
                + ":3: executor.queue.size=many: expected a whole number from 1024 to 1048576;"
                + " 16384 is used instead");
    assertThat(loaded.refused()).isFalse();
  }

  @Test
  void strictAgentRefusesABadValue() throws IOException {
    assertThat(load("executor.strict=true", "executor.queue.size=many").refused()).isTrue();
    assertThat(load("executor.strict=true", "executor.queue.sise=4000").refused()).isFalse();
  }

  @Test
  void strictAgentRefusesAFileThatIsNotThere() {
    LoadedConfig loaded =
        ConfigLoader.load("/no/such/file", Map.of("executor.strict", "true"), Map.of());
    assertThat(loaded.refused()).isTrue();
    assertThat(loaded.problems())
        .singleElement()
        .asString()
        .contains("the configuration file cannot be read")
        .contains("/no/such/file");
  }

  @Test
  void unknownKeyIsAWarningThatNamesTheNearest() throws IOException {
    LoadedConfig loaded = load("executor.queue.sise=4000");
    assertThat(loaded.problems())
        .containsExactly(
            directory.resolve("agent.properties")
                + ":1: executor.queue.sise is not a key of the agent and has no effect; did you"
                + " mean executor.queue.size?");
  }

  @Test
  void unknownMemberOfAFamilyIsComparedWithTheFamily() throws IOException {
    assertThat(load("executor.extension.jdbc.enable=false").problems())
        .singleElement()
        .asString()
        .contains("did you mean executor.extension.<name>.enabled?");
  }

  @Test
  void unknownPropertyAndVariableAreWarnedOf() throws IOException {
    LoadedConfig loaded =
        load(
            Map.of("executor.enable", "false"),
            Map.of("EXECUTOR_HUMAN_PSEUDONYMIZE", "x", "EXECUTOR_NUMBER", "7"));
    assertThat(loaded.problems())
        .containsExactlyInAnyOrder(
            "system property: executor.enable is not a key of the agent and has no effect; did"
                + " you mean executor.enabled?",
            "environment variable: EXECUTOR_HUMAN_PSEUDONYMIZE is not a key of the agent and has"
                + " no effect; did you mean EXECUTOR_HUMAN_PSEUDONYMISE?");
  }

  @Test
  void keysThatLaterVersionsBringAreUnknownToThisOne() throws IOException {
    assertThat(load("executor.spool.dir=/tmp", "executor.policy.a.target=x").problems()).hasSize(2);
  }

  @Test
  void valueOfAnUnknownKeyIsNotShown() throws IOException {
    assertThat(load("executor.password=canary-1").problems().toString()).doesNotContain("canary");
  }

  @Test
  void valueThatMayBeSecretIsNotShown() throws IOException {
    List<String> problems =
        load(
                "otel.exporter.otlp.headers=canary-2",
                "otel.exporter.otlp.endpoint=https://user:canary-3@host/?key=canary-4",
                "canary-5")
            .problems();
    assertThat(problems).hasSize(3);
    assertThat(problems.toString()).doesNotContain("canary").contains("(hidden)");
  }

  @Test
  void longAndUnprintableValuesKeepTheLineShort() throws IOException {
    String line = load("executor.queue.size=" + "x\u0007".repeat(250)).problems().get(0);
    assertThat(line).hasSizeLessThan(400).doesNotContain("\u0007");
  }

  @Test
  void lineThatIsNoSettingIsNamedByNumber() throws IOException {
    assertThat(load("executor.enabled").problems())
        .containsExactly(
            directory.resolve("agent.properties") + ":1: not a key=value line; it is left out");
  }

  @Test
  void backslashesAndColonsOfPathsStayAsTheyAre() throws IOException {
    assertThat(load("executor.file.path: C:\\logs\\a.jsonl").config().export().file().path())
        .hasToString("C:\\logs\\a.jsonl");
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
    assertThat(load("\uFEFFexecutor.enabled=false").config().enabled()).isFalse();
  }

  @Test
  void lastOfTwoLinesCounts() throws IOException {
    assertThat(
            load("executor.queue.size=2000", "executor.queue.size=3000")
                .config()
                .export()
                .queueSize())
        .isEqualTo(3000);
  }

  @Test
  void aFileOfAnySizeCostsLittle() throws IOException {
    Path file = directory.resolve("huge");
    Files.writeString(file, ("#" + "x".repeat(1022) + "\n").repeat(2048));
    assertThat(ConfigLoader.load(file.toString(), Map.of(), Map.of()).problems())
        .singleElement()
        .asString()
        .contains("larger than 1 MB");
  }
}
