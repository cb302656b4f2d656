/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.identity.grant.GrantWatcher;
import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.HeaderSource;
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
  private final GrantWatcher grants;
  private final RecordSink sink;
  private final ApplicationSpans applicationSpans;
  private volatile boolean enabled = true;
  private volatile boolean handOversSeen = true;

  public CallAccounting(
      CredentialReader credentials,
      GrantWatcher grants,
      RecordSink sink,
      ApplicationSpans applicationSpans) {
    this.credentials = credentials;
    this.grants = grants;
    this.sink = sink;
    this.applicationSpans = applicationSpans;
  }

  /** Switches accounting off and on again; what is under way while it is off is not handed on. */
  public void enabled(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * Whether the JDK's pools and threads are woven. Until they are, what a thread without frames
   * does may belong to anybody, and the record says so.
   */
  public void handOversSeen(boolean handOversSeen) {
    this.handOversSeen = handOversSeen;
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
    ThreadFacts thread = FrameReading.of(FrameStack.current(), handOversSeen);
    // Only a test that observes asks where a call was made; it costs more than the call's record.
    Throwable site = ObservedRecords.observer() == null ? null : new Throwable();
    return new CallUnderWay(this, call, thread, applicationSpans.current(), site);
  }

  @Override
  public @Nullable GrantWatch watchGrant(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers) {
    return enabled && !AccountingGuard.suspended()
        ? grants.watch(method, scheme, host, port, rawPath, headers)
        : null;
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

  @Override
  public @Nullable FrameScope agentBegan(ExecutorIdentity agent) {
    if (!enabled || AccountingGuard.suspended()) {
      return null;
    }
    FrameScope turn = FrameStack.pushActing(ExecutorFrame.Kind.AGENT, agent);
    ExecutorFrame frame = turn.frame();
    if (frame != null && frame.parent() == null && applicationSpans.current() == null) {
      frame.origin().span(SpanIds.under(null));
    }
    return turn;
  }

  @Override
  public void agentEnded(FrameScope turn, CallOutcome outcome) {
    ExecutorFrame frame = turn.frame();
    ExecutorIdentity agent = frame == null ? null : frame.identity();
    if (frame != null && frame.parent() == null && agent != null && frame.origin().end()) {
      String name = agent.name();
      ended(
          frame.origin(), FrameReading.of(frame, false), name == null ? agent.id() : name, outcome);
    }
    turn.close();
  }

  /** The origin ends even while accounting is off: what it left behind must not be believed. */
  @Override
  public void departed(ExecutorFrame inbound, CallOutcome outcome) {
    FrameOrigin origin = inbound.origin();
    if (origin.end() && inbound.facts() instanceof InboundCall) {
      InboundCall arrived = (InboundCall) inbound.facts();
      ThreadFacts facts = new ThreadFacts(arrived, origin, Collections.emptyList(), false);
      ended(origin, facts, arrived.operation(), outcome);
    }
  }

  /** Hands on the span of an origin, where it has one of its own. */
  private void ended(FrameOrigin origin, ThreadFacts facts, String summary, CallOutcome outcome) {
    TraceContext span = origin.span();
    if (span == null || !enabled) {
      return;
    }
    sink.accept(
        new CompletedOrigin(
            facts,
            summary,
            span,
            origin.incoming(),
            outcome,
            origin.startEpochNanos(),
            Math.max(origin.startEpochNanos(), EpochClock.nanos())));
  }
}
