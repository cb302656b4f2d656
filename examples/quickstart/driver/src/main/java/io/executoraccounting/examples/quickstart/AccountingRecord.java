/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A span of the records file.
 *
 * @param attributes strings, longs, booleans and lists of them
 */
record AccountingRecord(
    String traceId, String name, Instant start, Instant end, Map<String, Object> attributes) {
  /** Empty if the record has no such attribute. */
  String text(String attribute) {
    return String.valueOf(attributes.getOrDefault(attribute, ""));
  }

  List<?> list(String attribute) {
    return attributes.get(attribute) instanceof List<?> values ? values : List.of();
  }

  /** Inbound requests have spans too, for the trace's sake; only what left the JVM is a record. */
  boolean leftTheJvm() {
    return attributes.containsKey("executor.record.sequence");
  }
}
