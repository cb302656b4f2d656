/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.endtoend.badextension.ThrowingExtension;
import io.executoraccounting.endtoend.badextension.ThrowingHandler;
import io.executoraccounting.endtoend.badextension.UnlinkableExtension;
import io.executoraccounting.endtoend.badextension.UnlinkableHandler;
import io.executoraccounting.endtoend.program.BusyProgram;
import io.executoraccounting.endtoend.program.ClientProgram;
import io.executoraccounting.endtoend.program.OddToken;
import io.executoraccounting.endtoend.program.ServerProgram;
import io.executoraccounting.examples.quickstart.PaymentsApi;
import io.executoraccounting.testing.otlp.OtlpLines;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever breaks in the agent or around it, the application runs on as if nothing had. */
class FaultsIT {
  private static final int CALLS = 50;

  @TempDir Path folder;
  private PaymentsApi payments;
  private WireTap wire;

  @BeforeEach
  void serve() throws IOException {
    payments = PaymentsApi.start();
    wire = WireTap.before(payments.url());
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    payments.close();
  }

  @Test
  void handlerThatThrowsOnEveryCallIsSaidOnce() throws Exception {
    Path extensions = ExtensionJar.folder(folder, ThrowingExtension.class, ThrowingHandler.class);
    Program program =
        runClient(OddToken.PLAIN, toFile(), "-Dexecutor.extensions.dir=" + extensions);
    assertThat(agentLines(program)).singleElement().asString().contains("throwing");
    assertThat(recorded()).hasSize(CALLS);
  }

  @Test
  void extensionThatDoesNotLinkIsLeftOut() throws Exception {
    Path extensions =
        ExtensionJar.folder(folder, UnlinkableExtension.class, UnlinkableHandler.class);
    Program program =
        runClient(OddToken.PLAIN, toFile(), "-Dexecutor.extensions.dir=" + extensions);
    assertThat(agentLines(program)).singleElement().asString().contains("unlinkable", "LeftOut");
    assertThat(recorded()).hasSize(CALLS);
  }

  @Test
  void backendThatRefusesIsSaidOnce() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    Program program =
        runClient(OddToken.PLAIN, "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + nobody);
    assertDroppedAll(program, ":" + nobody);
  }

  @Test
  void backendThatHangsDelaysTheEndByABoundedTime() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      receiver.hang();
      Program program =
          runClient(OddToken.PLAIN, "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint());
      assertDroppedAll(program, receiver.endpoint());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsSaidOnce() throws Exception {
    Program program = runClient(OddToken.PLAIN, "-Dexecutor.file.path=/dev/full");
    assertDroppedAll(program, "/dev/full");
  }

  @Test
  void fileThatCannotBeWrittenIsSaidOnce() throws Exception {
    Path noFolder = Files.writeString(folder.resolve("file"), "not a folder");
    Program program =
        runClient(OddToken.PLAIN, "-Dexecutor.file.path=" + noFolder.resolve("records.jsonl"));
    assertDroppedAll(program, "records.jsonl");
  }

  @Test
  void unknownKeyNamesTheNearestKnownOne() throws Exception {
    Program program = runClient(OddToken.PLAIN, toFile(), "-Dexecutor.queue.sise=10");
    assertThat(agentLines(program)).singleElement().asString().contains("executor.queue.size");
    assertThat(recorded()).hasSize(CALLS);
  }

  @Test
  void badValueIsReplacedByItsDefault() throws Exception {
    Path config =
        Files.writeString(folder.resolve("agent.properties"), "\nexecutor.queue.size=many\n");
    Program program = runClient(OddToken.PLAIN, toFile(), "-Dexecutor.config=" + config);
    assertThat(agentLines(program))
        .singleElement()
        .asString()
        .contains(config.toString(), "2", "executor.queue.size", "many");
    assertThat(recorded()).hasSize(CALLS);
  }

  @ParameterizedTest
  @EnumSource(OddToken.class)
  void oddTokenSentIsRecordedAndChangesNothing(OddToken token) throws Exception {
    Program program = runClient(token, toFile());
    assertThat(agentLines(program)).isEmpty();
    assertThat(recorded()).hasSize(CALLS);
    assertThat(wire.requests())
        .hasSize(CALLS)
        .allMatch(request -> request.contains("Bearer " + token.text() + "\r\n"));
  }

  @ParameterizedTest
  @EnumSource(OddToken.class)
  void oddTokenReceivedChangesNothing(OddToken token) throws Exception {
    Program program =
        Program.start(folder, ServerProgram.class, List.of(wire.url(), token.name()), toFile());
    assertThat(program.exitCode()).isEqualTo(7);
    assertThat(program.output()).isEqualTo("answered 204\n");
    assertThat(agentLines(program)).isEmpty();
    assertThat(recorded()).extracting(ReceivedSpan::name).contains("POST /v1/refunds");
  }

  @Test
  void exitInFullFlightLosesNothingThatWasAccepted() throws Exception {
    Program program =
        Program.start(folder, BusyProgram.class, List.of(wire.url(), "500"), toFile());
    assertThat(program.exitCode()).isEqualTo(3);
    assertEveryNumberIsAccountedFor(program);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void terminationInFullFlightLosesNothingThatWasAccepted() throws Exception {
    Program program = Program.start(folder, BusyProgram.class, List.of(wire.url(), "0"), toFile());
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> wire.requests().size() > 200);
    program.terminate();
    assertThat(program.exitCode()).isEqualTo(143);
    assertEveryNumberIsAccountedFor(program);
  }

  /** Threads go on calling while the JVM ends: what came too late must be counted. */
  private void assertEveryNumberIsAccountedFor(Program program) throws IOException {
    SequenceNumbers numbers = SequenceNumbers.of(OtlpLines.read(folder.resolve("records.jsonl")));
    assertThat(numbers.exported()).isGreaterThanOrEqualTo(200);
    assertThat(numbers.unaccounted()).isEmpty();
    if (numbers.dropped() == 0) {
      assertThat(agentLines(program)).isEmpty();
    } else {
      assertThat(agentLines(program)).singleElement().asString().contains("the JVM ended");
    }
  }

  /** One line when it began, and one at the end that says how many. */
  private static void assertDroppedAll(Program program, String what) throws IOException {
    assertThat(agentLines(program))
        .hasSizeBetween(1, 2)
        .allMatch(line -> line.contains(what))
        .last()
        .asString()
        .contains(CALLS + " records were dropped in all");
  }

  private Program runClient(OddToken token, String... jvmArguments) throws Exception {
    Program program =
        Program.start(
            folder,
            ClientProgram.class,
            List.of(wire.url(), String.valueOf(CALLS), token.name()),
            jvmArguments);
    assertThat(program.exitCode()).isEqualTo(7);
    assertThat(program.output()).isEqualTo("answered " + CALLS + "\n");
    return program;
  }

  private String toFile() {
    return "-Dexecutor.file.path=" + folder.resolve("records.jsonl");
  }

  /** All of standard error but the line that says where records go. */
  private static List<String> agentLines(Program program) throws IOException {
    return program.errors().stream()
        .filter(line -> !line.startsWith("[executor-accounting] records are "))
        .toList();
  }

  private List<ReceivedSpan> recorded() throws IOException {
    return OtlpLines.read(folder.resolve("records.jsonl")).stream()
        .filter(span -> span.sequence() != null)
        .toList();
  }
}
