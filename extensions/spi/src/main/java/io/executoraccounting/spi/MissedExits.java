/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the moments after which a handler's exit may not have run though its enter had: it failed,
 * or was switched off in between. What an enter left on its thread for the exit to take away is to
 * be believed only while this number is what it was then.
 *
 * <p>For any thread. Never throws, never blocks.
 */
public final class MissedExits {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private MissedExits() {}

  /** For the agent alone: a handler has failed or was switched off. */
  public static void possible() {
    COUNT.incrementAndGet();
  }

  public static int count() {
    return COUNT.get();
  }
}
