/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OutboundCall;
import org.jspecify.annotations.Nullable;

/** A call that has ended, with what its thread carried when it began: all a record is made of. */
public final class CompletedCall {
  private final OutboundCall call;
  private final CallOutcome outcome;
  private final ThreadFacts thread;
  private final @Nullable TraceContext applicationSpan;
  private final long startEpochNanos;
  private final long endEpochNanos;
  private final @Nullable Throwable site;

  public CompletedCall(
      OutboundCall call,
      CallOutcome outcome,
      ThreadFacts thread,
      @Nullable TraceContext applicationSpan,
      long startEpochNanos,
      long endEpochNanos) {
    this(call, outcome, thread, applicationSpan, startEpochNanos, endEpochNanos, null);
  }

  /**
   * @param applicationSpan the application's own current span when the call began, null if nobody
   *     traces
   * @param site whose stack trace says where it began, null if nobody observes
   */
  public CompletedCall(
      OutboundCall call,
      CallOutcome outcome,
      ThreadFacts thread,
      @Nullable TraceContext applicationSpan,
      long startEpochNanos,
      long endEpochNanos,
      @Nullable Throwable site) {
    this.call = call;
    this.outcome = outcome;
    this.thread = thread;
    this.applicationSpan = applicationSpan;
    this.startEpochNanos = startEpochNanos;
    this.endEpochNanos = endEpochNanos;
    this.site = site;
  }

  public OutboundCall call() {
    return call;
  }

  public CallOutcome outcome() {
    return outcome;
  }

  public ThreadFacts thread() {
    return thread;
  }

  public @Nullable TraceContext applicationSpan() {
    return applicationSpan;
  }

  public long startEpochNanos() {
    return startEpochNanos;
  }

  public long endEpochNanos() {
    return endEpochNanos;
  }

  /** Its stack trace says where the call began; null if nobody observes. */
  public @Nullable Throwable site() {
    return site;
  }
}
