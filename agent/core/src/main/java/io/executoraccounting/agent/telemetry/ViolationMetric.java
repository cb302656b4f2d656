/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.OtlpConfig;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The counter {@code executor.policy.violations} by {@code executor.policy.rule}, cumulative since
 * the first record. Used by the pipeline's thread alone; never throws.
 *
 * <p>The points are made by hand: a meter provider would bring a thread and a table for one number
 * per rule.
 */
final class ViolationMetric {
  private static final AttributeKey<String> RULE = AttributeKey.stringKey("executor.policy.rule");
  static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long CLOSE_MILLIS = 2_000;

  private final OtlpConfig config;
  private final String url;
  private final RecordSpan.Frame frame;
  private final Deadline deadline;
  private final AgentLogger log;
  private final long everyNanos;
  private final ExecutorService threads = PipelineThreads.pool("executor-accounting-metrics", 2);
  private @Nullable MetricExporter exporter;
  private @Nullable CompletableResultCode underWay;
  private long sinceEpochNanos;
  private long sentNanos;
  private boolean failed;

  /**
   * @param everyNanos how often counts are sent
   */
  ViolationMetric(
      OtlpConfig config,
      String url,
      RecordSpan.Frame frame,
      Deadline deadline,
      long everyNanos,
      AgentLogger log) {
    this.config = config;
    this.url = url;
    this.frame = frame;
    this.deadline = deadline;
    this.everyNanos = everyNanos;
    this.log = log;
  }

  /**
   * Sends the counts where it is time to.
   *
   * @return whether an answer is awaited
   */
  boolean tick(Map<String, Long> counts) {
    CompletableResultCode sent = underWay;
    if (sent != null && sent.isDone()) {
      answered(sent);
    }
    boolean due = sinceEpochNanos == 0 || System.nanoTime() - sentNanos >= everyNanos;
    if (underWay == null && due) {
      send(counts);
    }
    return underWay != null;
  }

  private void answered(CompletableResultCode sent) {
    underWay = null;
    if (sent.isSuccess()) {
      failed = false;
    } else if (!failed) {
      failed = true;
      log.warn(
          "policy counter, OTLP endpoint "
              + Endpoint.shown(url)
              + ": "
              + ExportFailure.reason(sent.getFailureThrowable())
              + "; the metric executor.policy.violations does not get through; records name the"
              + " rules they break all the same");
    }
  }

  private void send(Map<String, Long> counts) {
    sentNanos = System.nanoTime();
    long now = System.currentTimeMillis() * 1_000_000L;
    if (sinceEpochNanos == 0) {
      sinceEpochNanos = now;
    }
    underWay = result(points(counts, now));
  }

  private CompletableResultCode result(List<LongPointData> points) {
    MetricData sum =
        ImmutableMetricData.createLongSum(
            frame.resource(),
            frame.scope(),
            ExecutorKeys.POLICY_VIOLATIONS.getKey(),
            "Records that broke a rule of the policy",
            "{record}",
            ImmutableSumData.create(true, AggregationTemporality.CUMULATIVE, points));
    try {
      MetricExporter open = exporter;
      if (open == null) {
        open = OtlpMetricExporters.open(config, url, threads);
        exporter = open;
      }
      return open.export(Collections.singletonList(sum));
    } catch (IOException | RuntimeException | LinkageError e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
  }

  private List<LongPointData> points(Map<String, Long> counts, long now) {
    List<LongPointData> points = new ArrayList<>(counts.size());
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      Attributes rule = Attributes.of(RULE, count.getKey());
      points.add(ImmutableLongPointData.create(sinceEpochNanos, now, rule, count.getValue()));
    }
    return points;
  }

  /** Sends the last counts, where there ever were any, and ends. */
  void close(Map<String, Long> counts) {
    if (exporter != null) {
      await();
      send(counts);
      await();
      exporter.shutdown();
    }
    threads.shutdownNow();
  }

  private void await() {
    CompletableResultCode sent = underWay;
    if (sent != null) {
      sent.join(deadline.leftMillis(CLOSE_MILLIS), TimeUnit.MILLISECONDS);
      answered(sent);
    }
  }
}
