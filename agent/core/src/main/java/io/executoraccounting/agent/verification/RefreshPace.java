/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import java.util.concurrent.TimeUnit;

/** How often keys are read again. Immutable. */
final class RefreshPace {
  /** As often as issuers' caches are asked to keep a set, and never twice within ten seconds. */
  static final RefreshPace USUAL =
      new RefreshPace(TimeUnit.MINUTES.toNanos(5), TimeUnit.SECONDS.toNanos(10));

  private final long everyNanos;
  private final long atLeastNanos;

  /**
   * @param everyNanos between two reads when nobody misses a key
   * @param atLeastNanos between two reads, whatever is missed
   */
  RefreshPace(long everyNanos, long atLeastNanos) {
    this.everyNanos = everyNanos;
    this.atLeastNanos = atLeastNanos;
  }

  long atLeastNanos() {
    return atLeastNanos;
  }

  /** Until the next read after that many that failed in a row: longer each time. */
  long delayNanos(int failures) {
    return failures == 0
        ? everyNanos
        : Math.min(everyNanos, atLeastNanos << Math.min(failures - 1, 20));
  }
}
