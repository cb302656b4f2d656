/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.CompletedOrigin;
import io.executoraccounting.agent.attribution.RecordSink;
import io.executoraccounting.agent.telemetry.Drops;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what completes before the pipeline stands: the application does not wait for it. As in the
 * pipeline's queue, calls that find no room are counted as dropped, and origins are not.
 */
final class WaitingSink implements RecordSink {
  private static final RecordSink NOWHERE = new Nowhere();

  private final Queue<Object> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger room;
  private final Drops drops;
  private volatile @Nullable RecordSink opened;

  /**
   * @param size how many may wait
   * @param drops counts the calls that find no room
   */
  WaitingSink(int size, Drops drops) {
    this.room = new AtomicInteger(size);
    this.drops = drops;
  }

  @Override
  public void accept(CompletedCall call) {
    if (!take(call)) {
      drops.count(call.endEpochNanos());
    }
  }

  @Override
  public void accept(CompletedOrigin origin) {
    take(origin);
  }

  /** False if there is no room. */
  private boolean take(Object completed) {
    RecordSink sink = opened;
    if (sink != null) {
      hand(completed, sink);
      return true;
    }
    if (room.getAndDecrement() <= 0) {
      room.incrementAndGet();
      return false;
    }
    waiting.add(completed);
    sink = opened;
    if (sink != null) {
      // It was opened in between, and whoever opened it may have looked already.
      drain(sink);
    }
    return true;
  }

  /** Hands on what has waited, and from now on everything at once. */
  void open(RecordSink sink) {
    opened = sink;
    drain(sink);
  }

  /** There will be no pipeline. */
  void discard() {
    open(NOWHERE);
  }

  /** How many have nowhere to go yet. */
  int waiting() {
    return waiting.size();
  }

  private void drain(RecordSink sink) {
    for (Object completed = waiting.poll(); completed != null; completed = waiting.poll()) {
      room.incrementAndGet();
      hand(completed, sink);
    }
  }

  private static void hand(Object completed, RecordSink sink) {
    if (completed instanceof CompletedCall) {
      sink.accept((CompletedCall) completed);
    } else {
      sink.accept((CompletedOrigin) completed);
    }
  }

  private static final class Nowhere implements RecordSink {
    @Override
    public void accept(CompletedCall call) {}

    @Override
    public void accept(CompletedOrigin origin) {}
  }
}
