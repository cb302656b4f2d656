/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.endtoend.program.ClientProgram;
import io.executoraccounting.endtoend.program.OddToken;
import io.executoraccounting.endtoend.program.StandInService;
import io.executoraccounting.examples.quickstart.PaymentsApi;
import io.executoraccounting.testing.otlp.OtlpLines;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command and program of the README, typed as it stands there, does what it says. */
class ReadmeIT {
  @TempDir Path folder;
  private PaymentsApi payments;
  private WireTap wire;

  @BeforeEach
  void layOut() throws IOException {
    payments = PaymentsApi.start();
    wire = WireTap.before(payments.url());
    Files.copy(BuiltJars.AGENT, folder.resolve("executor-accounting-agent.jar"));
    standInService(folder.resolve("your-service.jar"));
    Files.writeString(folder.resolve("CloseTicket.java"), Readme.program());
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    payments.close();
  }

  @Test
  void everyCommandIsTriedByOneOfTheseTests() throws IOException {
    assertThat(Readme.commands())
        .allMatch(command -> command.matches("(\\./mvnw|javac?) .*"))
        .filteredOn(command -> command.startsWith("./mvnw"))
        .hasSize(2);
  }

  /** CI takes a command by the words before it. */
  @Test
  void ciRunsTheBuildCommands() throws IOException {
    String script = Readme.ciScript();
    assertThat(Readme.wordsBeforeBuilds())
        .hasSize(2)
        .allMatch(words -> script.contains("readme_command \"" + words));
  }

  @Test
  void everyFileItPointsAtExists() throws IOException {
    assertThat(Readme.files()).isNotEmpty().allMatch(Files::exists);
  }

  @Test
  void attachedAtStartItWritesARecordsFile() throws Exception {
    String command = command("java -javaagent", "-jar your-service.jar", "!endpoint");
    Process service = run(command, 3);
    assertThat(ended(service)).isZero();
    Path records = folder.resolve("executor-accounting/records-" + service.pid() + ".jsonl");
    assertThat(OtlpLines.read(records)).extracting(ReceivedSpan::name).contains("POST /v1/refunds");
  }

  @Test
  void withAnEndpointItSendsTheRecords() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String command =
          command("java -javaagent", "endpoint")
              .replace("http://localhost:4318", receiver.endpoint());
      assertThat(ended(run(command, 3))).isZero();
      assertThat(receiver.spans().all())
          .extracting(span -> span.resourceAttributes().get("service.name"))
          .contains("orders");
    }
  }

  @Test
  void attachesToARunningJvmAndDetaches() throws Exception {
    Process service = run("java -jar your-service.jar", 1000);
    try {
      String pid = String.valueOf(service.pid());
      assertThat(output(command("list"))).contains(pid);
      assertThat(output(command("attach PID").replace("PID", pid))).contains("attached", pid);
      assertThat(output(command("list"))).containsPattern(pid + " +0\\.1\\.0");
      assertThat(output(command("detach PID").replace("PID", pid))).contains("detached", pid);
      Path records = folder.resolve("executor-accounting/records-" + pid + ".jsonl");
      assertThat(records).exists();
    } finally {
      service.destroy();
      ended(service);
    }
  }

  @Test
  void programThatNamesItsAgentIsRecordedAsThatAgent() throws Exception {
    assertThat(ended(run(command("javac"), 0))).isZero();
    Process program =
        run(command("CloseTicket http").replace("http://localhost:8080", wire.url()), 0);
    assertThat(ended(program)).isZero();
    Path records = folder.resolve("executor-accounting/records-" + program.pid() + ".jsonl");
    assertThat(OtlpLines.read(records))
        .filteredOn(span -> span.sequence() != null)
        .extracting(span -> span.string("executor.id"))
        .containsOnly("agent:ticket-closer");
  }

  private static String command(String... parts) throws IOException {
    return Readme.commands().stream()
        .filter(
            command ->
                List.of(parts).stream()
                    .allMatch(
                        part ->
                            part.startsWith("!")
                                ? !command.contains(part.substring(1))
                                : command.contains(part)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such command: " + List.of(parts)));
  }

  private Process run(String command, int calls) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, BuiltJars.JAVA_HOME.resolve("bin").resolve(words.get(0)).toString());
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("STAND_IN_URL", wire.url());
    builder.environment().put("STAND_IN_CALLS", String.valueOf(calls));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private String output(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, BuiltJars.JAVA_HOME.resolve("bin").resolve(words.get(0)).toString());
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), Charset.defaultCharset());
    }
  }

  private int ended(Process process) throws Exception {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(Files.readString(folder.resolve("output")));
    }
    return process.exitValue();
  }

  private static void standInService(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type : List.of(StandInService.class, ClientProgram.class, OddToken.class)) {
        String entry = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        try (InputStream classFile = type.getClassLoader().getResourceAsStream(entry)) {
          classFile.transferTo(out);
        }
      }
    }
  }
}
