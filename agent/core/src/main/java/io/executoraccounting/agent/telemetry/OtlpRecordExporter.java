/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.agent.config.AgentLogger;
import io.executoraccounting.agent.config.OtlpConfig;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends records by OTLP, a few batches at a time. The exporter is opened with the first batch: it
 * brings along SSL and logging, which application servers want to set up first.
 */
final class OtlpRecordExporter implements RecordExporter {
  static final int MAX_IN_FLIGHT = 4;
  private static final long POLL_MILLIS = 100;

  /** How often a backend that is away is asked while there is nothing but losses to tell it. */
  private static final long TELL_AGAIN_NANOS = 5_000_000_000L;

  /** How long a call that the exporter's own timeout should have ended is waited for. */
  private static final long GRACE_MILLIS = 5_000;

  private final OtlpConfig config;
  private final SpanMaker spans;
  private final Deadline deadline;
  private final boolean patient;
  private final Outage outage;
  private final Losses losses = new Losses();
  private final Deque<InFlight> inFlight = new ArrayDeque<>();
  private final ExecutorService threads;
  private @Nullable SpanExporter exporter;
  private long toldNanos;

  /**
   * @param patient whether a backend that is slow holds up the queue, rather than costs records;
   *     not where another exporter would be held up with it
   */
  OtlpRecordExporter(
      OtlpConfig config, SpanMaker spans, Deadline deadline, boolean patient, AgentLogger log) {
    this.config = config;
    this.spans = spans;
    this.deadline = deadline;
    this.patient = patient;
    this.outage = new Outage(log, "OTLP endpoint " + Endpoint.shown(config.url()));
    this.threads = PipelineThreads.pool("executor-accounting-otlp", MAX_IN_FLIGHT + 1);
  }

  @Override
  public void export(Batch batch) {
    harvest();
    while (inFlight.size() >= MAX_IN_FLIGHT) {
      if (!patient || deadline.isOver()) {
        lose(batch, "it does not keep up");
        return;
      }
      awaitOldest();
    }
    send(batch);
  }

  @Override
  public boolean idle() {
    harvest();
    boolean due = System.nanoTime() - toldNanos >= TELL_AGAIN_NANOS || !outage.isOngoing();
    if (inFlight.isEmpty() && !losses.isEmpty() && due) {
      send(new Batch());
    }
    return !inFlight.isEmpty();
  }

  private void send(Batch batch) {
    toldNanos = System.nanoTime();
    List<LostRecords> told = losses.take();
    List<SpanData> all = new ArrayList<>(batch.spans().size() + told.size());
    for (LostRecords lost : told) {
      all.add(spans.gap(lost));
    }
    all.addAll(batch.spans());
    long giveUpNanos =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.timeoutMillis() + GRACE_MILLIS);
    inFlight.add(new InFlight(result(all), told, batch, giveUpNanos));
  }

  private CompletableResultCode result(List<SpanData> batch) {
    try {
      SpanExporter open = exporter;
      if (open == null) {
        open = OtlpSpanExporters.open(config, threads);
        exporter = open;
      }
      return open.export(batch);
    } catch (IOException | RuntimeException | LinkageError e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
  }

  private void harvest() {
    for (Iterator<InFlight> it = inFlight.iterator(); it.hasNext(); ) {
      InFlight sent = it.next();
      if (sent.result.isSuccess()) {
        it.remove();
        outage.worked();
      } else if (sent.result.isDone() || System.nanoTime() - sent.giveUpNanos > 0) {
        it.remove();
        losses.addAll(sent.told);
        lose(sent.batch, ExportFailure.reason(sent.result.getFailureThrowable()));
      }
    }
  }

  private void lose(Batch batch, String reason) {
    losses.add(batch.numbers());
    if (deadline.isClosing()) {
      outage.count(reason, batch.records());
    } else {
      outage.failed(reason, "check otel.exporter.otlp.endpoint", batch.records());
    }
  }

  private void awaitOldest() {
    InFlight oldest = inFlight.peek();
    if (oldest != null) {
      oldest.result.join(deadline.leftMillis(POLL_MILLIS), TimeUnit.MILLISECONDS);
    }
    harvest();
  }

  @Override
  public void close() {
    while (!inFlight.isEmpty() && !deadline.isOver()) {
      awaitOldest();
      if (inFlight.isEmpty() && !losses.isEmpty() && !outage.isOngoing()) {
        send(new Batch());
      }
    }
    for (InFlight unanswered : inFlight) {
      lose(unanswered.batch, "it had not answered when the JVM ended");
    }
    inFlight.clear();
    if (exporter != null) {
      exporter.shutdown();
    }
    threads.shutdownNow();
    outage.close();
  }

  @Override
  public long lost() {
    return outage.lost();
  }

  /** One request that has not been answered yet. */
  private static final class InFlight {
    private final CompletableResultCode result;
    private final List<LostRecords> told;
    private final Batch batch;
    private final long giveUpNanos;

    private InFlight(
        CompletableResultCode result, List<LostRecords> told, Batch batch, long giveUpNanos) {
      this.result = result;
      this.told = told;
      this.batch = batch;
      this.giveUpNanos = giveUpNanos;
    }
  }
}
