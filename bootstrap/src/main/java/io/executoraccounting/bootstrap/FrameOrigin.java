/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The request, message, schedule or outermost agent run that set the work of some frames going.
 * Once it has ended, frames that stem from it and were left behind are no longer believed.
 */
public final class FrameOrigin {
  private static final AtomicIntegerFieldUpdater<FrameOrigin> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(FrameOrigin.class, "ended");

  /** Origins of an earlier one have ended, whoever should have said so. */
  private static final AtomicInteger GENERATION = new AtomicInteger();

  private final int generation = GENERATION.get();
  private final @Nullable TraceContext incoming;
  private final long startEpochNanos;
  private volatile @Nullable TraceContext span;
  private volatile int ended;

  /**
   * @param incoming the trace context that arrived with it, null if none did
   * @param startEpochNanos when it began, nanoseconds since the epoch
   */
  public FrameOrigin(@Nullable TraceContext incoming, long startEpochNanos) {
    this.incoming = incoming;
    this.startEpochNanos = startEpochNanos;
  }

  static FrameOrigin startingNow() {
    return new FrameOrigin(null, System.currentTimeMillis() * 1_000_000L);
  }

  public @Nullable TraceContext incoming() {
    return incoming;
  }

  public long startEpochNanos() {
    return startEpochNanos;
  }

  /** The span that stands for this origin in the trace, null where somebody else's does. */
  public @Nullable TraceContext span() {
    return span;
  }

  public void span(TraceContext own) {
    span = own;
  }

  /**
   * Ends all that are under way: handlers are switched off, and with them perhaps those that would
   * take frames off their threads.
   */
  public static void endAll() {
    GENERATION.incrementAndGet();
  }

  /** Ends it; true for whoever is the first to say so. */
  public boolean end() {
    return ENDED.compareAndSet(this, 0, 1);
  }

  public boolean ended() {
    return ended != 0 || generation != GENERATION.get();
  }
}
