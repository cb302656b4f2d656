/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.attribution.Attribution;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.CompletedOrigin;
import io.executoraccounting.agent.attribution.RecordSink;
import io.executoraccounting.agent.attribution.RecordStage;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.bootstrap.AccountingGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * Takes records from application threads for the price of one enqueue, and gets them out of the
 * process on a thread of its own. What it accepts is exported or counted as dropped.
 *
 * <p>The queue is JCTools' variant without {@code sun.misc.Unsafe}, whose use the newest JVMs
 * complain of on standard error.
 */
public final class Pipeline implements RecordSink {
  private final Queue<Object> queue;
  private final Drops drops;
  private final Deadline deadline;
  private final PipelineLoop loop;
  private final Thread thread;

  Pipeline(
      int queueSize,
      Drops drops,
      SpanMaker spans,
      List<RecordExporter> exporters,
      Deadline deadline,
      AgentLogger log) {
    this.queue = new MpscAtomicArrayQueue<>(queueSize);
    this.drops = drops;
    this.deadline = deadline;
    this.loop =
        new PipelineLoop(
            queue,
            drops,
            spans,
            exporters,
            deadline,
            new Outage(log, "queue of " + queueSize + " records"),
            new Outage(log, "encoding of records"));
    this.thread = new PipelineThreads("executor-accounting-pipeline").newThread(loop);
  }

  /**
   * Starts it as configured. Takes a few milliseconds: not for the thread that runs premain.
   *
   * @param process which workload this is, for the resource
   * @param stages what a record passes between attribution and encoding
   * @param drops what was dropped before; the first gap record tells it
   */
  public static Pipeline start(
      AgentConfig config,
      ProcessIdentity process,
      Attribution attribution,
      List<RecordStage> stages,
      Drops drops,
      AgentLogger log) {
    Scrubber scrubber = new Scrubber();
    String instanceId = UUID.randomUUID().toString();
    long pid = ProcessId.get();
    RecordSpan.Frame frame =
        ServiceResource.of(config.service(), process, instanceId, pid, scrubber);
    SpanMaker spans = new SpanMaker(attribution, stages, scrubber, frame);
    Deadline deadline = new Deadline();
    List<RecordExporter> exporters =
        new ArrayList<>(
            RecordExporters.open(
                config.export(), pid == 0 ? instanceId : Long.toString(pid), spans, deadline, log));
    if (!config.policy().rules().isEmpty()) {
      exporters.add(ViolationCounter.of(config, frame, deadline, log));
    }
    Pipeline pipeline =
        new Pipeline(config.export().queueSize(), drops, spans, exporters, deadline, log);
    pipeline.start();
    return pipeline;
  }

  /** Starts the thread, which must not carry on what runs on this one. */
  void start() {
    AccountingGuard.suspend();
    try {
      thread.start();
    } finally {
      AccountingGuard.resume();
    }
  }

  @Override
  public void accept(CompletedCall call) {
    if (!offer(call)) {
      drops.count(call.endEpochNanos());
    }
  }

  /** A span that is no record leaves no hole when it is dropped, so it is not counted. */
  @Override
  public void accept(CompletedOrigin origin) {
    offer(origin);
  }

  private boolean offer(Object completed) {
    if (deadline.isClosing() || !queue.offer(completed)) {
      return false;
    }
    if (loop.isIdle()) {
      LockSupport.unpark(thread);
    }
    return true;
  }

  /**
   * Waits until records are made of all that was accepted before; they need not be exported yet.
   *
   * @return false if that takes longer, or the thread is interrupted
   */
  public boolean awaitRecorded(long timeoutMillis) {
    long deadlineNanos = System.nanoTime() + timeoutMillis * 1_000_000L;
    CountDownLatch reached = new CountDownLatch(1);
    try {
      while (!offer(reached)) {
        if (deadline.isClosing() || System.nanoTime() - deadlineNanos > 0) {
          return false;
        }
        Thread.sleep(1);
      }
      return reached.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Exports what was accepted, and ends. A second call only waits.
   *
   * @param timeoutMillis how long that may take; what is not out by then is counted as dropped and
   *     said in one line
   */
  public void close(long timeoutMillis) {
    long nanos = timeoutMillis * 1_000_000L;
    if (!deadline.isClosing()) {
      deadline.set(System.nanoTime() + nanos);
    }
    LockSupport.unpark(thread);
    try {
      // The loop keeps the deadline by itself; the rest is for its last words.
      thread.join(timeoutMillis + 500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
