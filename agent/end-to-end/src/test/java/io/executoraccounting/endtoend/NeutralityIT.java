/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.examples.quickstart.OrdersService;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same work once without and once with the agent: nobody outside can tell the difference. */
class NeutralityIT {
  private static Surroundings surroundings;
  private static Run without;
  private static Run with;

  @BeforeAll
  static void runBoth() throws Exception {
    surroundings = Surroundings.start("neutrality");
    Caller alice = Caller.person(surroundings.issuer, "alice");
    Caller bot = Caller.agent(surroundings.issuer, "alice", "support-bot");
    without = run("without", alice, bot);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      with =
          run(
              "with",
              alice,
              bot,
              "-javaagent:" + BuiltJars.AGENT,
              "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint());
      assertThat(receiver.spans().all()).as("what the agent recorded meanwhile").isNotEmpty();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    surroundings.close();
  }

  @Test
  void requestsAreTheSameByteByByte() {
    assertThat(with.requests).containsExactlyInAnyOrderElementsOf(without.requests);
  }

  @Test
  void statementsAndTheirParametersAreTheSame() {
    assertThat(with.statements).isEqualTo(without.statements);
  }

  @Test
  void outputIsTheSame() {
    assertThat(with.output).isEqualTo(without.output);
  }

  @Test
  void exitCodeIsTheSame() {
    assertThat(with.exitCode).isEqualTo(without.exitCode);
  }

  private static Run run(String name, Caller alice, Caller bot, String... jvmArguments)
      throws Exception {
    surroundings.issuerWire.forget();
    surroundings.paymentsWire.forget();
    int statementsBefore = surroundings.statements().size();
    OrdersService service = surroundings.service(name, BuiltJars.JAVA_HOME, Map.of(), jvmArguments);
    try (service) {
      for (int order = 1; order <= 3; order++) {
        alice.sendUntraced("GET", service.url() + "/orders/" + order);
        bot.sendUntraced("POST", service.url() + "/orders/" + order + "/refunds");
        int tickets = order;
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> requests("POST /tickets").size() == tickets);
      }
    }
    List<String> statements = surroundings.statements();
    Set<String> own = new HashSet<>(List.of(alice.token(), bot.token()));
    return new Run(
        requests("").stream().map(request -> withoutIssued(request, own)).toList(),
        statements.subList(statementsBefore, statements.size()),
        output(name),
        service.process().exitValue());
  }

  private static List<String> requests(String start) {
    List<String> requests = new ArrayList<>(surroundings.issuerWire.requests());
    requests.addAll(surroundings.paymentsWire.requests());
    requests.removeIf(request -> !request.startsWith(start));
    return requests;
  }

  /** The issuer signs anew in each run; the callers' own tokens must arrive unchanged. */
  private static String withoutIssued(String request, Set<String> own) {
    return Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+")
        .matcher(request)
        .replaceAll(token -> own.contains(token.group()) ? token.group() : "<issued>");
  }

  /** Without times, process id, port, object ids and durations, which differ in any two runs. */
  private static List<String> output(String run) throws IOException {
    return Files.readAllLines(surroundings.log(run)).stream()
        .filter(line -> !line.startsWith("[executor-accounting]"))
        .map(line -> line.replaceFirst("^\\S+Z ", "<time> "))
        .map(line -> line.replaceAll("(INFO|WARN|ERROR) \\d+ ", "$1 <pid> "))
        .map(
            line -> line.replaceAll("PID \\d+|port \\d+|@[0-9a-f]+|\\d+ ms|[\\d.]+ seconds", "<n>"))
        .map(line -> line.replaceAll("process running for [\\d.]+", "<n>"))
        .toList();
  }

  private record Run(
      List<String> requests, List<String> statements, List<String> output, int exitCode) {}
}
