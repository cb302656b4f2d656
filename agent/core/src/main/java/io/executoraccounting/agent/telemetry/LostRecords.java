/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.util.Locale;

/** Numbers that no record will bear, or whose records did not get through. Immutable. */
final class LostRecords {
  /** Why: the values of {@code executor.record.dropped.reason}. */
  enum Reason {
    QUEUE_FULL,
    EXPORT_FAILED,
    AGENT_ERROR;

    String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Reason reason;
  private final long count;
  private final long firstSequence;
  private final long lastSequence;
  private final long fromEpochNanos;
  private final long toEpochNanos;

  private LostRecords(
      Reason reason,
      long count,
      long firstSequence,
      long lastSequence,
      long fromEpochNanos,
      long toEpochNanos) {
    this.reason = reason;
    this.count = count;
    this.firstSequence = firstSequence;
    this.lastSequence = lastSequence;
    this.fromEpochNanos = fromEpochNanos;
    this.toEpochNanos = toEpochNanos;
  }

  /** All numbers from first to last. */
  static LostRecords range(
      Reason reason,
      long firstSequence,
      long lastSequence,
      long fromEpochNanos,
      long toEpochNanos) {
    long count = lastSequence - firstSequence + 1;
    return new LostRecords(
        reason, count, firstSequence, lastSequence, fromEpochNanos, toEpochNanos);
  }

  boolean isContinuedBy(LostRecords later) {
    return later.firstSequence == lastSequence + 1;
  }

  /** Both together; numbers between them may well have got through, which the count tells. */
  LostRecords and(LostRecords later) {
    return new LostRecords(
        reason == Reason.QUEUE_FULL ? later.reason : reason,
        count + later.count,
        Math.min(firstSequence, later.firstSequence),
        Math.max(lastSequence, later.lastSequence),
        Math.min(fromEpochNanos, later.fromEpochNanos),
        Math.max(toEpochNanos, later.toEpochNanos));
  }

  Reason reason() {
    return reason;
  }

  long count() {
    return count;
  }

  long firstSequence() {
    return firstSequence;
  }

  long lastSequence() {
    return lastSequence;
  }

  long fromEpochNanos() {
    return fromEpochNanos;
  }

  long toEpochNanos() {
    return toEpochNanos;
  }
}
