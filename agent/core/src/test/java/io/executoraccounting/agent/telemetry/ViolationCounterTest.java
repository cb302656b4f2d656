/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.testing.otlp.GrpcReceiver;
import io.executoraccounting.testing.otlp.OtlpReceiver;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViolationCounterTest {
  private static final String SERIES = "orders executor.policy.violations executor.policy.rule=";

  @TempDir Path directory;

  private TestPipeline start(String... configuration) throws IOException {
    String[] lines = new String[configuration.length + 2];
    System.arraycopy(configuration, 0, lines, 0, configuration.length);
    lines[configuration.length] = "executor.policy.hygiene.forbid=expired";
    lines[configuration.length + 1] = "executor.policy.refunds.executor=agent:refund-*";
    return TestPipeline.start(ViolationCounterTest::judged, directory, lines);
  }

  private static AccountingRecord judged(CompletedCall call) {
    AccountingRecord record = Samples.plain(call);
    return call.call().summary().equals("bad") ? record.withViolations(List.of("hygiene")) : record;
  }

  private static void accept(TestPipeline pipeline) {
    for (String summary : new String[] {"bad", "good", "bad"}) {
      pipeline.accept(Samples.call(summary));
    }
  }

  @Test
  void isAMetricByRuleInWhichRulesThatNobodyBrokeAreZero() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (TestPipeline pipeline = start("otel.exporter.otlp.endpoint=" + receiver.endpoint())) {
        accept(pipeline);
      }
      assertThat(receiver.sums().values())
          .isEqualTo(Map.of(SERIES + "hygiene", 2L, SERIES + "refunds", 0L));
    }
  }

  @Test
  void isSentOverGrpcToo() throws Exception {
    try (GrpcReceiver receiver = GrpcReceiver.start()) {
      try (TestPipeline pipeline =
          start(
              "otel.exporter.otlp.endpoint=" + receiver.endpoint(),
              "otel.exporter.otlp.protocol=grpc")) {
        accept(pipeline);
      }
      assertThat(receiver.sums().values()).containsEntry(SERIES + "hygiene", 2L);
    }
  }

  @Test
  void isNotSentWhereOnlyTracesHaveAnEndpoint() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (TestPipeline pipeline =
          start("otel.exporter.otlp.traces.endpoint=" + receiver.endpoint() + "/v1/traces")) {
        accept(pipeline);
      }
      assertThat(receiver.spans().all()).hasSize(3);
      assertThat(receiver.sums().requests()).isZero();
    }
  }

  @Test
  void isNotSentWithoutRules() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (TestPipeline pipeline =
          TestPipeline.start(
              Samples::plain, directory, "otel.exporter.otlp.endpoint=" + receiver.endpoint())) {
        accept(pipeline);
      }
      assertThat(receiver.spans().all()).hasSize(3);
      assertThat(receiver.sums().requests()).isZero();
    }
  }

  @Test
  void firstBreakOfARuleAndTheTotalsAreSaid() throws Exception {
    TestPipeline pipeline = start("executor.exporter=none");
    accept(pipeline);
    pipeline.close();
    assertThat(pipeline.log.lines())
        .containsExactly(
            "warn policy rule hygiene: broken for the first time; records that break it name it in"
                + " executor.policy.violations",
            "info policy: records that broke a rule: hygiene 2");
  }

  @Test
  void aBackendThatTakesNoMetricsIsSaidOnceAndCostsNoRecord() throws Exception {
    LogLines log = new LogLines();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      ViolationMetric metric = metric(receiver, ViolationMetric.MINUTE_NANOS, log);
      receiver.respondWith(404);
      Map<String, Long> counts = Map.of("hygiene", 1L);
      await().until(() -> !metric.tick(counts));
      metric.close(counts);
      assertThat(receiver.headers()).hasSize(2);
      assertThat(log.lines())
          .containsExactly(
              "warn policy counter, OTLP endpoint "
                  + receiver.endpoint()
                  + ": it answered HTTP 404; the metric executor.policy.violations does not get"
                  + " through; records name the rules they break all the same");
    }
  }

  @Test
  void isSentAgainWhenItIsTime() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      ViolationMetric metric = metric(receiver, 0, new LogLines());
      await()
          .pollInterval(10, TimeUnit.MILLISECONDS)
          .until(
              () -> {
                metric.tick(Map.of("hygiene", 7L));
                return receiver.sums().requests() >= 3;
              });
      metric.close(Map.of("hygiene", 8L));
      assertThat(receiver.sums().values().values()).containsExactly(8L);
    }
  }

  @Test
  void isNotSentAgainBeforeItIsTime() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      ViolationMetric metric = metric(receiver, ViolationMetric.MINUTE_NANOS, new LogLines());
      assertThat(metric.tick(Map.of("hygiene", 7L))).isTrue();
      await().until(() -> !metric.tick(Map.of("hygiene", 7L)));
      assertThat(receiver.sums().requests()).isEqualTo(1);
      metric.close(Map.of());
    }
  }

  private ViolationMetric metric(OtlpReceiver receiver, long everyNanos, LogLines log)
      throws IOException {
    return new ViolationMetric(
        TestPipeline.config(directory, "otel.exporter.otlp.endpoint=" + receiver.endpoint())
            .export()
            .otlp(),
        receiver.endpoint() + "/v1/metrics",
        new RecordSpan.Frame(Resource.empty(), InstrumentationScopeInfo.create("test")),
        new Deadline(),
        everyNanos,
        log);
  }
}
