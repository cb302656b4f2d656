/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.probe.Busy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent comes and goes while an application is at work. */
class AttachIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private ForkedJvm application;
  private Process process;

  @BeforeEach
  void startApplication() throws IOException {
    application =
        new ForkedJvm(folder.resolve("application"))
            .with(
                "-Dexecutor.exporter=file",
                "-Dexecutor.file.path=records.jsonl",
                "-XX:+EnableDynamicAgentLoading",
                // C2's code of woven methods is swept minutes later, and holds the loader till
                // then.
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+unload:file=unloaded");
    process = application.start(Busy.class);
    await().atMost(LONG).until(() -> application.out().contains("up"));
  }

  @AfterEach
  void stopApplication() {
    process.destroyForcibly();
  }

  @Test
  void detachLeavesNothingRunning() throws Exception {
    assertThat(command("attach").exitCode()).isZero();
    await().atMost(LONG).until(this::recorded);
    assertThat(command("detach").exitCode()).isZero();
    end();

    assertThat(application.out()).contains("called").contains("errors 0");
    assertThat(application.out()).doesNotContain("thread executor-accounting");
    assertThat(Files.readString(folder.resolve("application/unloaded")))
        .contains("io.executoraccounting.agent.premain.RunningAgent");
  }

  @Test
  void attachesAgainAfterDetach() throws Exception {
    assertThat(command("attach").exitCode()).isZero();
    assertThat(command("detach").exitCode()).isZero();
    Files.deleteIfExists(records());

    assertThat(command("attach").exitCode()).isZero();
    await().atMost(LONG).until(this::recorded);
    end();

    assertThat(application.out()).contains("called").contains("errors 0");
  }

  @Test
  void attachIsOverOnceTheAgentRecords() throws Exception {
    assertThat(command("attach").exitCode()).isZero();
    assertThat(application.err()).contains("records are written to");
    end();
  }

  @Test
  void secondAttachIsRefused() throws Exception {
    assertThat(command("attach").exitCode()).isZero();

    ForkedJvm.Result again = command("attach");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err().lines()).singleElement().asString().contains("already");
    end();
  }

  @Test
  void listSaysWhereTheAgentIs() throws Exception {
    assertThat(line(list())).contains(" - ");
    assertThat(command("attach").exitCode()).isZero();
    assertThat(line(list())).contains(" 0.1.0 ").endsWith(Busy.class.getName());
    end();
  }

  private String line(ForkedJvm.Result list) {
    return list.out()
        .lines()
        .filter(line -> line.startsWith(process.pid() + " "))
        .findFirst()
        .orElse("not listed:\n" + list.out());
  }

  private ForkedJvm.Result list() throws IOException, InterruptedException {
    return new ForkedJvm(folder.resolve("command")).runJar(AgentJar.FILE, "list");
  }

  private ForkedJvm.Result command(String name) throws IOException, InterruptedException {
    return new ForkedJvm(folder.resolve("command"))
        .runJar(AgentJar.FILE, name, Long.toString(process.pid()));
  }

  private Path records() {
    return folder.resolve("application/records.jsonl");
  }

  private boolean recorded() throws IOException {
    if (!Files.exists(records())) {
      return false;
    }
    try (Stream<String> lines = Files.lines(records())) {
      return lines.anyMatch(line -> line.contains("GET /things/{id}"));
    }
  }

  private void end() throws IOException, InterruptedException {
    Files.createFile(folder.resolve("application/stop"));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
