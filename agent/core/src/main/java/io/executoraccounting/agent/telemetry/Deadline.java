/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/** Until when the pipeline may still work: for ever, until it is closed. Used by many threads. */
final class Deadline {
  private volatile boolean closing;
  private volatile long nanos;

  void set(long deadlineNanos) {
    nanos = deadlineNanos;
    closing = true;
  }

  boolean isClosing() {
    return closing;
  }

  boolean isOver() {
    return closing && nanos - System.nanoTime() <= 0;
  }

  /** How long one may wait, at most so long; 0 when time is up. */
  long leftMillis(long atMostMillis) {
    long left = closing ? (nanos - System.nanoTime()) / 1_000_000L : atMostMillis;
    return Math.max(0, Math.min(left, atMostMillis));
  }
}
