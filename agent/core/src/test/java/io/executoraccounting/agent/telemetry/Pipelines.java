/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.function.Function;

/** Pipelines with exporters of the test's own. */
final class Pipelines {
  private Pipelines() {}

  static Pipeline with(
      int queueSize,
      Drops drops,
      Function<CompletedCall, AccountingRecord> rule,
      RecordExporter exporter,
      LogLines log) {
    return new Pipeline(queueSize, drops, spans(rule), List.of(exporter), new Deadline(), log);
  }

  static SpanMaker spans(Function<CompletedCall, AccountingRecord> rule) {
    return new SpanMaker(
        Samples.attribution(rule),
        List.of(),
        new Scrubber(),
        new RecordSpan.Frame(Resource.empty(), InstrumentationScopeInfo.create("test")));
  }
}
