/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

/** Keeps the agent from accounting for itself: its handlers, its threads and its exporter. */
public final class AccountingGuard {
  private AccountingGuard() {}

  /** Whether calls of this thread are the agent's own. */
  public static boolean suspended() {
    ThreadFrames frames = ThreadFrames.existing();
    return frames != null && frames.suspended > 0;
  }

  /** Enters the agent's own code; each call needs its {@link #resume()}. */
  public static void suspend() {
    ThreadFrames.current().suspended++;
  }

  public static void resume() {
    ThreadFrames.current().suspended--;
  }
}
