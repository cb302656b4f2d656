/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.testing.otlp.GrpcReceiver;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpRecordExporterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  private TestPipeline start(String... configuration) throws IOException {
    return TestPipeline.start(Samples::plain, directory, configuration);
  }

  private static String endpoint(String url) {
    return "otel.exporter.otlp.endpoint=" + url;
  }

  @Test
  void sendsOverHttpWithTheConfiguredHeaders() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        TestPipeline pipeline =
            start(
                endpoint(receiver.endpoint()), "otel.exporter.otlp.headers=X-Tenant=acme%20one")) {
      pipeline.accept(Samples.call("GET /"));
      receiver.spans().await(1, PATIENCE);
      assertThat(receiver.headers().get(0)).containsEntry("X-tenant", List.of("acme one"));
    }
  }

  @Test
  void compressesWhereThatIsConfigured() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        TestPipeline pipeline =
            start(endpoint(receiver.endpoint()), "otel.exporter.otlp.compression=gzip")) {
      pipeline.accept(Samples.call("GET /zipped"));
      assertThat(receiver.spans().await(1, PATIENCE))
          .extracting(ReceivedSpan::name)
          .containsExactly("GET /zipped");
      assertThat(receiver.headers().get(0)).containsEntry("Content-encoding", List.of("gzip"));
    }
  }

  @Test
  void speaksGrpc() throws Exception {
    try (GrpcReceiver receiver = GrpcReceiver.start();
        TestPipeline pipeline =
            start(
                endpoint(receiver.endpoint()),
                "otel.exporter.otlp.protocol=grpc",
                "otel.exporter.otlp.headers=x-tenant=acme")) {
      pipeline.accept(Samples.call("GET /grpc"));
      ReceivedSpan span = receiver.spans().await(1, PATIENCE).get(0);
      assertThat(span.name()).isEqualTo("GET /grpc");
      assertThat(span.string("executor.id")).isEqualTo("os:shop@orders");
      assertThat(receiver.header("x-tenant")).isEqualTo("acme");
    }
  }

  @Test
  void writesAFileAsWellWhereBothAreConfigured() throws Exception {
    Path file = directory.resolve("records.jsonl");
    try (OtlpReceiver receiver = OtlpReceiver.start();
        TestPipeline pipeline =
            start(
                endpoint(receiver.endpoint()),
                "executor.exporter=otlp,file",
                "executor.file.path=" + file)) {
      pipeline.accept(Samples.call("GET /"));
      receiver.spans().await(1, PATIENCE);
      assertThat(Files.readAllLines(file)).hasSize(1);
    }
  }

  @Test
  void backendThatRefusesCostsRecordsThatAreCounted() throws Exception {
    TestPipeline pipeline =
        start(endpoint("http://127.0.0.1:" + closedPort()), "otel.exporter.otlp.timeout=300");
    try (pipeline) {
      pipeline.accept(Samples.call("GET /1"));
      await().atMost(PATIENCE).until(() -> warnings(pipeline).size() == 1);
      pipeline.accept(Samples.call("GET /2"));
    }
    assertThat(warnings(pipeline)).hasSize(2);
    assertThat(warnings(pipeline).get(0))
        .contains("OTLP endpoint http://127.0.0.1:")
        .contains("ConnectException")
        .contains("check otel.exporter.otlp.endpoint");
    assertThat(warnings(pipeline).get(1)).contains("2 records were dropped in all");
  }

  @Test
  void statusOfARefusalIsSaid() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        TestPipeline pipeline = start(endpoint(receiver.endpoint()))) {
      receiver.respondWith(400);
      pipeline.accept(Samples.call("GET /"));
      await().atMost(PATIENCE).until(() -> warnings(pipeline).size() == 1);
      assertThat(warnings(pipeline).get(0)).contains("it answered HTTP 400");
    }
  }

  @Test
  void backendThatIsBackLearnsWhichRecordsItMissed() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        TestPipeline pipeline = start(endpoint(receiver.endpoint()))) {
      receiver.respondWith(400);
      for (int i = 0; i < 3; i++) {
        pipeline.accept(Samples.call("GET /lost"));
      }
      await().atMost(PATIENCE).until(() -> warnings(pipeline).size() == 1);
      receiver.respondWith(200);
      pipeline.accept(Samples.call("GET /after"));
      List<ReceivedSpan> spans = receiver.spans().await(all -> missing(all) == 3, PATIENCE);
      Set<Long> accountedFor = new TreeSet<>();
      for (ReceivedSpan span : spans) {
        if (span.sequence() != null) {
          accountedFor.add(span.sequence());
        } else {
          long first = span.integer("executor.record.dropped.first_sequence");
          long last = span.integer("executor.record.dropped.last_sequence");
          LongStream.rangeClosed(first, last).forEach(accountedFor::add);
        }
      }
      assertThat(accountedFor).containsExactly(1L, 2L, 3L, 4L);
      await().until(() -> pipeline.log.lines().stream().anyMatch(l -> l.contains("works again")));
    }
  }

  @Test
  void backendThatHangsNeitherBlocksAcceptingNorTheEnd() throws Exception {
    OtlpReceiver receiver = OtlpReceiver.start();
    TestPipeline pipeline = start(endpoint(receiver.endpoint()), "otel.exporter.otlp.timeout=600s");
    try (receiver) {
      receiver.hang();
      for (int i = 0; i < 5_000; i++) {
        pipeline.accept(Samples.call("GET /"));
      }
      await().until(() -> !receiver.headers().isEmpty());
      pipeline.pipeline().close(300);
    }
    assertThat(warnings(pipeline)).hasSize(2);
    assertThat(warnings(pipeline).stream().mapToLong(OtlpRecordExporterTest::dropped).sum())
        .isEqualTo(5_000);
  }

  @Test
  void hangingBackendHoldsUpNoFile() throws Exception {
    Path file = directory.resolve("records.jsonl");
    OtlpReceiver receiver = OtlpReceiver.start();
    TestPipeline pipeline =
        start(
            endpoint(receiver.endpoint()),
            "otel.exporter.otlp.timeout=600s",
            "executor.exporter=otlp,file",
            "executor.file.path=" + file);
    try (receiver) {
      receiver.hang();
      int records = Batch.MAX_SPANS * (OtlpRecordExporter.MAX_IN_FLIGHT + 3);
      for (int i = 0; i < records; i++) {
        pipeline.accept(Samples.call("GET /"));
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(RecordFiles.sequences(file)).hasSize(records));
      pipeline.pipeline().close(100);
    }
  }

  @Test
  void unreadableCertificateIsSaid() throws Exception {
    TestPipeline pipeline =
        start(endpoint("https://127.0.0.1:1"), "otel.exporter.otlp.certificate=/no/such.pem");
    try (pipeline) {
      pipeline.accept(Samples.call("GET /"));
      await().atMost(PATIENCE).until(() -> warnings(pipeline).size() == 1);
    }
    assertThat(warnings(pipeline).get(0)).contains("FileNotFoundException");
  }

  private static long dropped(String line) {
    Matcher matcher = Pattern.compile("(\\d+) records were dropped in all").matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static long missing(List<ReceivedSpan> spans) {
    return spans.stream()
        .map(span -> span.integer("executor.record.dropped"))
        .filter(count -> count != null)
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<String> warnings(TestPipeline pipeline) {
    return pipeline.log.lines().stream().filter(line -> line.startsWith("warn ")).toList();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
