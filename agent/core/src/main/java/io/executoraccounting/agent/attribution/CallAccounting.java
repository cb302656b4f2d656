/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What handlers reach on the application's threads: it fixes what the thread knows when a call
 * begins and hands the call on when it ends. Everything else happens behind the sink.
 */
public final class CallAccounting implements AccountingService {
  private final CredentialReader credentials;
  private final RecordSink sink;
  private final ApplicationSpans applicationSpans;
  private volatile boolean enabled = true;

  public CallAccounting(
      CredentialReader credentials, RecordSink sink, ApplicationSpans applicationSpans) {
    this.credentials = credentials;
    this.sink = sink;
    this.applicationSpans = applicationSpans;
  }

  /** Switches accounting off and on again; what is under way while it is off is not handed on. */
  public void enabled(boolean enabled) {
    this.enabled = enabled;
  }

  boolean isOff() {
    return !enabled;
  }

  @Override
  public CredentialReader credentials() {
    return credentials;
  }

  @Override
  public @Nullable OpenCall begin(OutboundCall call) {
    if (!enabled || AccountingGuard.suspended()) {
      return null;
    }
    ThreadFacts thread = FrameReading.of(FrameStack.current());
    return new CallUnderWay(this, call, thread, applicationSpans.current());
  }

  void completed(CompletedCall call) {
    if (enabled) {
      sink.accept(call);
    }
  }

  @Override
  public @Nullable FrameScope arrive(InboundCall call, @Nullable TraceContext incoming) {
    if (!enabled || AccountingGuard.suspended()) {
      return null;
    }
    FrameOrigin origin = new FrameOrigin(incoming, EpochClock.nanos());
    if (applicationSpans.current() == null) {
      origin.span(SpanIds.under(incoming));
    }
    return FrameStack.pushInbound(ExecutorFrame.inbound(origin, call));
  }

  /** The origin ends even while accounting is off: what it left behind must not be believed. */
  @Override
  public void departed(ExecutorFrame inbound, CallOutcome outcome) {
    FrameOrigin origin = inbound.origin();
    boolean first = origin.end();
    TraceContext span = origin.span();
    if (!first || span == null || !enabled || !(inbound.facts() instanceof InboundCall)) {
      return;
    }
    InboundCall arrived = (InboundCall) inbound.facts();
    sink.accept(
        new CompletedOrigin(
            new ThreadFacts(arrived, origin, Collections.emptyList(), false),
            arrived.operation(),
            span,
            origin.incoming(),
            outcome,
            origin.startEpochNanos(),
            Math.max(origin.startEpochNanos(), EpochClock.nanos())));
  }
}
