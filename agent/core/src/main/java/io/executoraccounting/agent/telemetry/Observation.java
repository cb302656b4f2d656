/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.RecordedCall;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shows records to a test that observes them. */
final class Observation {
  private static final StackTraceElement[] UNOBSERVED = new StackTraceElement[0];

  private Observation() {}

  /** Never throws: what an observer does wrong must not cost the record. */
  static void tell(CompletedCall call, SpanData span) {
    Consumer<RecordedCall> observer = ObservedRecords.observer();
    if (observer == null) {
      return;
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    Throwable site = call.site();
    try {
      observer.accept(
          new RecordedCall(
              span.getName(),
              call.startEpochNanos(),
              attributes,
              site == null ? UNOBSERVED : site.getStackTrace()));
    } catch (Throwable ofTheObserver) {
      return;
    }
  }
}
