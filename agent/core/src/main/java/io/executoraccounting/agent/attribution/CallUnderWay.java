/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A call between its begin and its first end. */
final class CallUnderWay implements OpenCall {
  private static final AtomicIntegerFieldUpdater<CallUnderWay> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(CallUnderWay.class, "ended");

  private final CallAccounting accounting;
  private final OutboundCall call;
  private final ThreadFacts thread;
  private final @Nullable TraceContext applicationSpan;
  private final @Nullable Throwable site;
  private final long startEpochNanos = EpochClock.nanos();
  private final long startNanoTime = System.nanoTime();
  private volatile int ended;

  CallUnderWay(
      CallAccounting accounting,
      OutboundCall call,
      ThreadFacts thread,
      @Nullable TraceContext applicationSpan,
      @Nullable Throwable site) {
    this.accounting = accounting;
    this.call = call;
    this.thread = thread;
    this.applicationSpan = applicationSpan;
    this.site = site;
  }

  @Override
  public void end(@Nullable OutboundCall seen, CallOutcome outcome) {
    if (!ENDED.compareAndSet(this, 0, 1)) {
      return;
    }
    // The wall clock may be set while a call is under way; its length is measured apart.
    long endEpochNanos = startEpochNanos + (System.nanoTime() - startNanoTime);
    accounting.completed(
        new CompletedCall(
            seen == null ? call : seen,
            outcome,
            thread,
            applicationSpan,
            startEpochNanos,
            endEpochNanos,
            site));
  }

  @Override
  public @Nullable OpenCall followedBy(OutboundCall next) {
    return accounting.isOff() || AccountingGuard.suspended()
        ? null
        : new CallUnderWay(accounting, next, thread, applicationSpan, site);
  }
}
