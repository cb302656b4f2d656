/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import org.jspecify.annotations.Nullable;

/**
 * An inbound request or an agent's run that has ended and that nobody else traces: it becomes a
 * span of its own, so that a trace reads from initiator to reach. It is not an accounting record.
 */
public final class CompletedOrigin {
  private final ThreadFacts thread;
  private final String summary;
  private final TraceContext span;
  private final @Nullable TraceContext parent;
  private final CallOutcome outcome;
  private final long startEpochNanos;
  private final long endEpochNanos;

  public CompletedOrigin(
      ThreadFacts thread,
      String summary,
      TraceContext span,
      @Nullable TraceContext parent,
      CallOutcome outcome,
      long startEpochNanos,
      long endEpochNanos) {
    this.thread = thread;
    this.summary = summary;
    this.span = span;
    this.parent = parent;
    this.outcome = outcome;
    this.startEpochNanos = startEpochNanos;
    this.endEpochNanos = endEpochNanos;
  }

  public ThreadFacts thread() {
    return thread;
  }

  /** The span's name. */
  public String summary() {
    return summary;
  }

  /** The ids of the span itself. */
  public TraceContext span() {
    return span;
  }

  public @Nullable TraceContext parent() {
    return parent;
  }

  public CallOutcome outcome() {
    return outcome;
  }

  public long startEpochNanos() {
    return startEpochNanos;
  }

  public long endEpochNanos() {
    return endEpochNanos;
  }
}
