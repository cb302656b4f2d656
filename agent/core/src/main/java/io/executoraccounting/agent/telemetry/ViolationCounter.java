/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.ExporterKind;
import io.executoraccounting.agent.config.PolicyRule;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts by rule the records that leave and break it. The first of each rule is said in the log,
 * the totals at the end; over OTLP they are a metric besides.
 */
final class ViolationCounter implements RecordExporter {
  private final Map<String, Long> counts = new TreeMap<>();
  private final @Nullable ViolationMetric metric;
  private final AgentLogger log;

  /**
   * @param metric null where counts are not exported
   */
  ViolationCounter(List<String> rules, @Nullable ViolationMetric metric, AgentLogger log) {
    for (String rule : rules) {
      counts.put(rule, 0L);
    }
    this.metric = metric;
    this.log = log;
  }

  static ViolationCounter of(
      AgentConfig config, RecordSpan.Frame frame, Deadline deadline, AgentLogger log) {
    List<String> rules = new ArrayList<>();
    for (PolicyRule rule : config.policy().rules()) {
      rules.add(rule.id());
    }
    boolean sends = config.export().exporters().contains(ExporterKind.OTLP);
    String url = config.export().otlp().metricsUrl();
    ViolationMetric metric =
        sends && url != null
            ? new ViolationMetric(
                config.export().otlp(), url, frame, deadline, ViolationMetric.MINUTE_NANOS, log)
            : null;
    return new ViolationCounter(rules, metric, log);
  }

  @Override
  public void export(Batch batch) {
    for (SpanData span : batch.spans()) {
      List<String> broken = span.getAttributes().get(ExecutorKeys.POLICY_VIOLATIONS);
      if (broken != null) {
        broken.forEach(this::count);
      }
    }
    tick();
  }

  private void count(String rule) {
    Long before = counts.get(rule);
    if (before != null) {
      counts.put(rule, before + 1);
    }
    if (before != null && before == 0) {
      log.warn(
          "policy rule "
              + rule
              + ": broken for the first time; records that break it name it in"
              + " executor.policy.violations");
    }
  }

  @Override
  public boolean idle() {
    return tick();
  }

  private boolean tick() {
    return metric != null && metric.tick(counts);
  }

  @Override
  public void close() {
    if (metric != null) {
      metric.close(counts);
    }
    StringBuilder totals = new StringBuilder();
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      if (count.getValue() > 0) {
        totals.append(totals.length() == 0 ? " " : ", ");
        totals.append(count.getKey()).append(' ').append(count.getValue());
      }
    }
    if (totals.length() > 0) {
      log.info("policy: records that broke a rule:" + totals);
    }
  }

  /** Counts are not records. */
  @Override
  public long lost() {
    return 0;
  }
}
