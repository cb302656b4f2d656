/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.CompletedOrigin;
import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.spi.WeakIdentityMap;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline's thread: takes from the queue, makes spans, gives each record its number, and hands
 * batches to the exporters.
 */
final class PipelineLoop implements Runnable {
  private static final long MAX_BATCH_AGE_NANOS = 500_000_000L;

  /** Short enough for a queue of 1024 at 100,000 records a second. */
  private static final long GATHERING_NANOS = 10_000_000L;

  private static final long UNDER_WAY_NANOS = 100_000_000L;
  private static final long IDLE_NANOS = 5_000_000_000L;

  private final Queue<Object> queue;
  private final Drops drops;
  private final SpanMaker spans;
  private final List<RecordExporter> exporters;
  private final Deadline deadline;
  private final Outage queueOutage;
  private final Outage encoding;
  private volatile boolean idle;
  private Batch batch = new Batch();
  private long batchSinceNanos;
  private long sequence;

  PipelineLoop(
      Queue<Object> queue,
      Drops drops,
      SpanMaker spans,
      List<RecordExporter> exporters,
      Deadline deadline,
      Outage queueOutage,
      Outage encoding) {
    this.queue = queue;
    this.drops = drops;
    this.spans = spans;
    this.exporters = exporters;
    this.deadline = deadline;
    this.queueOutage = queueOutage;
    this.encoding = encoding;
  }

  /** Whether the thread sleeps until it is woken. */
  boolean isIdle() {
    return idle;
  }

  @Override
  public void run() {
    while (!deadline.isClosing()) {
      try {
        if (!drain()) {
          rest();
        }
        WeakIdentityMap.sweep();
        TaskCarrier.sweep();
      } catch (Throwable e) {
        // Out of memory, most likely: without this thread nothing would be accounted for any more.
        failed(e, 0);
      }
    }
    close();
  }

  private void close() {
    while (drain() && !deadline.isOver()) {
      send();
    }
    abandonRest();
    send();
    for (RecordExporter exporter : exporters) {
      exporter.close();
    }
    queueOutage.close();
    encoding.close();
  }

  /** Takes at most a batch; whether there was anything. */
  private boolean drain() {
    boolean any = false;
    for (int i = 0; i < Batch.MAX_SPANS; i++) {
      Object next = queue.poll();
      if (next == null) {
        break;
      }
      any = true;
      take(next);
    }
    noteDrops();
    if (isOld()) {
      send();
    }
    return any;
  }

  private void take(Object next) {
    if (next instanceof CountDownLatch) {
      ((CountDownLatch) next).countDown();
      return;
    }
    begin();
    if (next instanceof CompletedCall) {
      takeCall((CompletedCall) next);
    } else {
      takeOrigin((CompletedOrigin) next);
    }
    if (batch.isFull()) {
      send();
    }
  }

  private void begin() {
    if (batch.isEmpty()) {
      batchSinceNanos = System.nanoTime();
    }
  }

  /** One record that cannot be written must not cost those after it. */
  private void takeCall(CompletedCall call) {
    long number = ++sequence;
    try {
      SpanData span = spans.record(call, number);
      batch.addRecord(span, number);
      Observation.tell(call, span);
    } catch (Throwable e) {
      failed(e, 1);
      addGap(
          LostRecords.range(
              LostRecords.Reason.AGENT_ERROR,
              number,
              number,
              call.startEpochNanos(),
              call.endEpochNanos()));
    }
  }

  private void takeOrigin(CompletedOrigin origin) {
    try {
      batch.add(spans.origin(origin));
    } catch (Throwable e) {
      failed(e, 0);
    }
  }

  /** The message is left out: nobody knows what is in it. */
  private void failed(Throwable e, int records) {
    encoding.failed(
        e.getClass().getSimpleName() + at(e), "report it as a fault of the agent", records);
  }

  private static String at(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private void noteDrops() {
    LostRecords dropped = drops.take(sequence + 1);
    if (dropped == null) {
      queueOutage.worked();
      return;
    }
    sequence = dropped.lastSequence();
    addGap(dropped);
    if (deadline.isClosing()) {
      queueOutage.count("the JVM ended", dropped.count());
    } else {
      queueOutage.failed(
          "it is full", "raise executor.queue.size if this goes on", dropped.count());
    }
  }

  private void addGap(LostRecords lost) {
    begin();
    batch.addGap(spans.gap(lost), lost);
  }

  private boolean isOld() {
    return !batch.isEmpty() && System.nanoTime() - batchSinceNanos >= MAX_BATCH_AGE_NANOS;
  }

  private void send() {
    if (batch.isEmpty()) {
      return;
    }
    for (RecordExporter exporter : exporters) {
      exporter.export(batch);
    }
    batch = new Batch();
  }

  private void rest() {
    if (!batch.isEmpty()) {
      LockSupport.parkNanos(this, GATHERING_NANOS);
      return;
    }
    boolean underWay = false;
    for (RecordExporter exporter : exporters) {
      underWay |= exporter.idle();
    }
    idle = true;
    if (queue.isEmpty() && !deadline.isClosing()) {
      LockSupport.parkNanos(this, underWay ? UNDER_WAY_NANOS : IDLE_NANOS);
    }
    idle = false;
  }

  /** Time is up: what still waits is counted as dropped. */
  private void abandonRest() {
    @Nullable Object next = queue.poll();
    while (next != null) {
      if (next instanceof CompletedCall) {
        drops.count(((CompletedCall) next).endEpochNanos());
      }
      next = queue.poll();
    }
    noteDrops();
  }
}
