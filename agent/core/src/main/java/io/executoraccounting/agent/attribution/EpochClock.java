/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.time.Instant;

/** Nanoseconds since the epoch, as fine as the platform has them: milliseconds on Java 8. */
final class EpochClock {
  private EpochClock() {}

  static long nanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
