/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the pipeline hands on. */
final class CapturingExporter implements RecordExporter {
  private final List<SpanData> spans = new CopyOnWriteArrayList<>();
  private final List<Integer> batchSizes = new CopyOnWriteArrayList<>();

  List<SpanData> spans() {
    return spans;
  }

  List<Integer> batchSizes() {
    return batchSizes;
  }

  /** Of accounting records alone, in the order they came. */
  List<Long> sequences() {
    List<Long> sequences = new ArrayList<>();
    for (SpanData span : spans) {
      Long sequence = span.getAttributes().get(ExecutorKeys.RECORD_SEQUENCE);
      if (sequence != null) {
        sequences.add(sequence);
      }
    }
    return sequences;
  }

  /** That attribute of the gap spans. */
  <T> List<T> ofGaps(AttributeKey<T> key) {
    List<T> values = new ArrayList<>();
    for (SpanData span : spans) {
      if (span.getAttributes().get(ExecutorKeys.DROPPED) != null) {
        values.add(span.getAttributes().get(key));
      }
    }
    return values;
  }

  @Override
  public void export(Batch batch) {
    batchSizes.add(batch.spans().size());
    spans.addAll(batch.spans());
  }

  @Override
  public boolean idle() {
    return false;
  }

  @Override
  public void close() {}

  @Override
  public long lost() {
    return 0;
  }
}
