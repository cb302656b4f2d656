/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans that leave together. Used by the pipeline's thread alone. */
final class Batch {
  /** With 4 KiB of attributes each, they stay below the 4 MiB that a gRPC server takes at once. */
  static final int MAX_SPANS = 512;

  private final List<SpanData> spans = new ArrayList<>();
  private @Nullable LostRecords numbers;
  private int records;

  /** A span that bears no number. */
  void add(SpanData span) {
    spans.add(span);
  }

  void addRecord(SpanData span, long sequence) {
    records++;
    spans.add(span);
    cover(
        LostRecords.range(
            LostRecords.Reason.EXPORT_FAILED,
            sequence,
            sequence,
            span.getStartEpochNanos(),
            span.getEndEpochNanos()));
  }

  void addGap(SpanData span, LostRecords lost) {
    spans.add(span);
    cover(lost);
  }

  private void cover(LostRecords more) {
    numbers = numbers == null ? more : numbers.and(more);
  }

  List<SpanData> spans() {
    return spans;
  }

  /** What is lost if this batch is: its records, and those it says are missing; null if none. */
  @Nullable LostRecords numbers() {
    return numbers;
  }

  int records() {
    return records;
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  boolean isFull() {
    return spans.size() >= MAX_SPANS;
  }
}
