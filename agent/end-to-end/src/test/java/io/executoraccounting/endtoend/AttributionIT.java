/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.examples.quickstart.OrdersService;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the unmodified service does for each identity, compared field by field. */
class AttributionIT {
  private static Surroundings surroundings;
  private static List<ReceivedSpan> spans;
  private static RecordText text;
  private static String aliceTrace;
  private static String botTrace;
  private static String serviceTrace;

  @BeforeAll
  static void callAsEach() throws Exception {
    surroundings = Surroundings.start("attribution");
    Caller alice = Caller.person(surroundings.issuer, "alice");
    Caller bot = Caller.agent(surroundings.issuer, "alice", "support-bot");
    Caller service = Caller.service(surroundings.issuer, "warehouse");
    text =
        new RecordText()
            .naming(alice.tokenId(), "alice's token")
            .naming(bot.tokenId(), "support-bot's token")
            .naming(service.tokenId(), "warehouse's token")
            .naming(System.getProperty("user.name") + "@orders", "user@orders");
    try (OtlpReceiver receiver = OtlpReceiver.start();
        OrdersService orders =
            surroundings.service(
                "service",
                BuiltJars.JAVA_HOME,
                Map.of("RECONCILIATION_INITIAL_DELAY", "PT5S", "RECONCILIATION_EVERY", "PT5S"),
                "-javaagent:" + BuiltJars.AGENT,
                "-Dotel.service.name=orders",
                "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint(),
                "-Dexecutor.environment.test=127.0.0.*",
                "-Dexecutor.human.pseudonymise=false")) {
      aliceTrace = alice.send("GET", orders.url() + "/orders/7");
      botTrace = bot.send("POST", orders.url() + "/orders/7/refunds");
      serviceTrace = service.send("GET", orders.url() + "/orders/8");
      receiver
          .spans()
          .await(
              all -> all.stream().anyMatch(span -> span.name().equals("UPDATE refunds")),
              Duration.ofSeconds(60));
      spans = receiver.spans().all();
    } catch (AssertionError e) {
      throw new AssertionError("see " + surroundings.folder, e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    surroundings.close();
  }

  @Test
  void personActsThroughTheService() throws IOException {
    assertRecords("person", records(aliceTrace));
  }

  @Test
  void agentActsForThePersonWhoLetIt() throws IOException {
    assertRecords("agent", records(botTrace));
  }

  @Test
  void serviceAccountActsForItself() throws IOException {
    assertRecords("service-account", records(serviceTrace));
  }

  /** It runs again and again, with the same text each time, but for that its token is renewed. */
  @Test
  void scheduledJobActsForNobody() throws IOException {
    List<String> requests = List.of(aliceTrace, botTrace, serviceTrace);
    assertRecords(
        "schedule",
        records(
            span ->
                !requests.contains(RecordText.traceId(span))
                    && !"refresh".equals(span.string("executor.change.kind"))));
  }

  @Test
  void recordsOfARequestStandBelowItsSpan() {
    ReceivedSpan request =
        spans.stream()
            .filter(span -> RecordText.traceId(span).equals(botTrace) && span.sequence() == null)
            .findFirst()
            .orElseThrow();
    assertThat(spans)
        .filteredOn(span -> RecordText.traceId(span).equals(botTrace) && span != request)
        .hasSize(5)
        .allMatch(span -> span.span().getParentSpanId().equals(request.span().getSpanId()));
  }

  /** What was recorded is left beside the logs, to be read where it is not as expected. */
  private static void assertRecords(String name, String actual) throws IOException {
    Files.writeString(surroundings.folder.resolve(name + ".txt"), actual);
    assertThat(actual).isEqualTo(expected(name));
  }

  private static String records(String traceId) {
    return records(span -> RecordText.traceId(span).equals(traceId));
  }

  private static String records(Predicate<ReceivedSpan> wanted) {
    return text.of(spans.stream().filter(span -> span.sequence() != null).filter(wanted).toList());
  }

  private static String expected(String name) throws IOException {
    try (InputStream file = AttributionIT.class.getResourceAsStream(name + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
