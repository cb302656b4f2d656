/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import java.time.DateTimeException;
import java.time.Instant;

/** Points in time as services write them. */
final class EpochTime {
  private EpochTime() {}

  /** Epoch seconds of an RFC 3339 text or of a number of seconds; 0 where it is neither. */
  static long seconds(String text) {
    try {
      long seconds =
          text.indexOf('T') > 0
              ? Instant.parse(text).getEpochSecond()
              : (long) Double.parseDouble(text);
      return Math.max(0, seconds);
    } catch (DateTimeException | NumberFormatException e) {
      return 0;
    }
  }
}
