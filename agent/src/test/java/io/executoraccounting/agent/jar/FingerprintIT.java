/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.executoraccounting.testing.otlp.OtlpLines;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a responder does who holds a leaked token and the records of services that used it. */
class FingerprintIT {
  private static final String JWT =
      "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzIiwic3ViIjoiYmlsbGluZyJ9.Y2FuYXJ5LXNpZ25hdHVyZQ";
  private static final String OPAQUE = "canary2YotnFZFEjr1zCsicMWpAA";

  @TempDir Path folder;
  private HttpServer server;

  static Stream<Path> jdks() {
    return Jdks.homes();
  }

  @BeforeEach
  void start() throws Exception {
    Java8Program.compile("Presents", "", folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tokenIsFoundInRecordsFromBeforeAndAfterARotation(Path javaHome) throws Exception {
    Path former = key("former.key", 1);
    Path current = key("current.key", 2);
    Path config = folder.resolve("agent.properties");
    Files.writeString(config, "executor.fingerprint.key-file=" + current + "," + former);

    for (String token : List.of(JWT, OPAQUE)) {
      String before = recorded(javaHome, token, former.toString());
      String after = recorded(javaHome, token, current + "," + former);
      ForkedJvm.Result said =
          command(javaHome)
              .input(token + "\n")
              .runJar(AgentJar.FILE, "fingerprint", "--config", config.toString());

      assertThat(said.exitCode()).isZero();
      assertThat(said.err()).isEmpty();
      assertThat(said.out())
          .isEqualTo(after + "  " + current + "\n" + before + "  " + former + "\n");
      assertThat(before).isNotEqualTo(after);
    }
  }

  @Test
  void agentTakesTheFirstKeyAndRefusesAnyThatIsShared() throws Exception {
    Path former = key("former.key", 1);
    Files.setPosixFilePermissions(former, PosixFilePermissions.fromString("rw-r--r--"));

    ForkedJvm.Result result =
        present(ForkedJvm.currentJdk(), OPAQUE, key("current.key", 2) + "," + former);

    assertThat(result.out()).isEqualTo("answered 204\n");
    assertThat(result.err()).contains("chmod 600").contains("former.key");
    assertThat(folder.resolve("run/records.jsonl")).doesNotExist();
  }

  @Test
  void agentGoesOnWithoutAFormerKeyThatIsGone() throws Exception {
    Path gone = folder.resolve("gone.key");

    ForkedJvm.Result result =
        present(ForkedJvm.currentJdk(), OPAQUE, key("current.key", 2) + "," + gone);

    assertThat(result.err().lines())
        .anyMatch(line -> line.contains("gone.key") && line.contains("take it out"));
    assertThat(folder.resolve("run/records.jsonl")).exists();
  }

  /** The fingerprint in the record of a program that presented it. */
  private String recorded(Path javaHome, String token, String keyFiles) throws Exception {
    assertThat(present(javaHome, token, keyFiles).out()).isEqualTo("answered 204\n");
    List<ReceivedSpan> spans = OtlpLines.read(folder.resolve("run/records.jsonl"));
    Files.delete(folder.resolve("run/records.jsonl"));
    return spans.stream()
        .filter(span -> span.sequence() != null)
        .map(span -> span.string("executor.credential.fingerprint"))
        .reduce((one, other) -> one + " and " + other)
        .orElseThrow();
  }

  private ForkedJvm.Result present(Path javaHome, String token, String keyFiles) throws Exception {
    return new ForkedJvm(folder.resolve("run"), javaHome)
        .with("-Dexecutor.exporter=file", "-Dexecutor.file.path=records.jsonl")
        .with("-Dexecutor.fingerprint.key-file=" + keyFiles, AgentJar.javaagent())
        .with("-cp", folder.toString())
        .runMain("Presents", "http://127.0.0.1:" + server.getAddress().getPort() + "/a", token);
  }

  private ForkedJvm command(Path javaHome) {
    return new ForkedJvm(folder.resolve("command"), javaHome);
  }

  private Path key(String name, long seed) throws Exception {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    Path file = Files.write(folder.resolve(name), key);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
