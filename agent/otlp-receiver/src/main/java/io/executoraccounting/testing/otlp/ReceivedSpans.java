/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a receiver has got so far. Safe for use by many threads. */
public final class ReceivedSpans {
  private final List<ReceivedSpan> spans = new ArrayList<>();

  public synchronized void add(ExportTraceServiceRequest request) {
    spans.addAll(ReceivedSpan.of(request));
    notifyAll();
  }

  public synchronized List<ReceivedSpan> all() {
    return List.copyOf(spans);
  }

  public synchronized void clear() {
    spans.clear();
  }

  /**
   * Waits until at least so many are there, and returns all.
   *
   * @throws AssertionError if they do not come in time
   */
  public List<ReceivedSpan> await(int count, Duration atMost) {
    return await(all -> all.size() >= count, atMost);
  }

  /**
   * Waits until what is there satisfies a condition, and returns all.
   *
   * @throws AssertionError if it does not in time
   */
  public synchronized List<ReceivedSpan> await(
      Predicate<List<ReceivedSpan>> condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.test(spans)) {
      long leftMillis = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new AssertionError(
            "after " + atMost + " only " + spans.size() + " spans: " + names());
      }
      try {
        wait(leftMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for spans", e);
      }
    }
    return List.copyOf(spans);
  }

  private List<String> names() {
    return spans.stream().limit(20).map(ReceivedSpan::name).toList();
  }
}
