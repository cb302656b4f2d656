/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what a queue had no room for. Application threads count, the pipeline's takes. */
public final class Drops {
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong earliest = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong latest = new AtomicLong();

  /**
   * @param endEpochNanos when the call that is dropped had ended
   */
  public void count(long endEpochNanos) {
    long early = earliest.get();
    while (endEpochNanos < early && !earliest.compareAndSet(early, endEpochNanos)) {
      early = earliest.get();
    }
    long late = latest.get();
    while (endEpochNanos > late && !latest.compareAndSet(late, endEpochNanos)) {
      late = latest.get();
    }
    count.incrementAndGet();
  }

  /** How many no gap record tells of yet. */
  public long untold() {
    return count.get();
  }

  /** What was counted since the last time, numbered from {@code sequence} on; null if nothing. */
  @Nullable LostRecords take(long sequence) {
    long dropped = count.getAndSet(0);
    if (dropped == 0) {
      return null;
    }
    long to = latest.get();
    // A drop that is being counted right now may have given its time to the gap before this one.
    long from = Math.min(earliest.getAndSet(Long.MAX_VALUE), to);
    return LostRecords.range(
        LostRecords.Reason.QUEUE_FULL, sequence, sequence + dropped - 1, from, to);
  }
}
