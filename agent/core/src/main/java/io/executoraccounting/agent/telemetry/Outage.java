/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentLogger;

/** Says once that something does not work, counts what that costs, and says when it works again. */
final class Outage {
  private static final long QUIET_NANOS = 60_000_000_000L;

  private final AgentLogger log;
  private final String what;
  private String lastReason = "";
  private long lost;
  private boolean ongoing;
  private boolean said;
  private long saidAtNanos;

  /**
   * @param what the subject of the lines, such as {@code records file /var/records.jsonl}
   */
  Outage(AgentLogger log, String what) {
    this.log = log;
    this.what = what;
  }

  void failed(String reason, String advice, long records) {
    count(reason, records);
    ongoing = true;
    long now = System.nanoTime();
    if (!said && (saidAtNanos == 0 || now - saidAtNanos >= QUIET_NANOS)) {
      said = true;
      saidAtNanos = now;
      log.warn(what + ": " + reason + "; records are dropped and counted; " + advice);
    }
  }

  /** As {@link #failed}, where the last word follows at once. */
  void count(String reason, long records) {
    lost += records;
    lastReason = reason;
  }

  void worked() {
    ongoing = false;
    if (said) {
      said = false;
      log.info(what + ": works again; " + lost + " records were dropped so far");
    }
  }

  boolean isOngoing() {
    return ongoing;
  }

  /** The last word, where there is something to say. */
  void close() {
    if (lost > 0) {
      log.warn(what + ": " + lost + " records were dropped in all; at last: " + lastReason);
    }
  }

  long lost() {
    return lost;
  }
}
