/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.agent.identity.grant.CredentialLineage;
import io.executoraccounting.agent.identity.grant.GrantTable;
import io.executoraccounting.agent.identity.grant.GrantWatcher;
import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.AccountingService;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps what handlers tell it. */
final class CapturingService implements AccountingService {
  final List<CapturedCall> calls = new CopyOnWriteArrayList<>();
  final List<CapturedArrival> arrivals = new CopyOnWriteArrayList<>();
  private final CredentialReader credentials;
  private volatile GrantTable grants = new GrantTable();
  private volatile GrantWatching watching;

  CapturingService(CredentialReader credentials) {
    this.credentials = credentials;
    watching = new GrantWatcher(credentials, grants)::watch;
  }

  /** What came of the credentials that were seen given out since the last reset. */
  CredentialLineage lineage() {
    return grants;
  }

  void watchGrants(GrantWatching instead) {
    watching = instead;
  }

  void reset() {
    calls.clear();
    arrivals.clear();
    grants = new GrantTable();
    watching = new GrantWatcher(credentials, grants)::watch;
  }

  @Override
  public CredentialReader credentials() {
    return credentials;
  }

  @Override
  public @Nullable OpenCall begin(OutboundCall call) {
    return AccountingGuard.suspended() ? null : new Open(call, FrameStack.current());
  }

  @Override
  public @Nullable GrantWatch watchGrant(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers) {
    return AccountingGuard.suspended()
        ? null
        : watching.watch(method, scheme, host, port, rawPath, headers);
  }

  @Override
  public @Nullable FrameScope arrive(InboundCall call, @Nullable TraceContext incoming) {
    if (AccountingGuard.suspended()) {
      return null;
    }
    FrameOrigin origin = new FrameOrigin(incoming, System.currentTimeMillis() * 1_000_000L);
    ExecutorFrame frame = ExecutorFrame.inbound(origin, call);
    arrivals.add(new CapturedArrival(frame));
    return FrameStack.pushInbound(frame);
  }

  @Override
  public void departed(ExecutorFrame inbound, CallOutcome outcome) {
    for (CapturedArrival arrival : arrivals) {
      if (arrival.frame() == inbound) {
        arrival.departed(outcome);
      }
    }
  }

  @Override
  public @Nullable FrameScope agentBegan(ExecutorIdentity agent) {
    return AccountingGuard.suspended()
        ? null
        : FrameStack.pushActing(ExecutorFrame.Kind.AGENT, agent);
  }

  @Override
  public void agentEnded(FrameScope turn, CallOutcome outcome) {
    turn.close();
  }

  private final class Open implements OpenCall {
    private final OutboundCall begun;
    private final FrameContext frames;
    private final AtomicBoolean ended = new AtomicBoolean();

    Open(OutboundCall begun, FrameContext frames) {
      this.begun = begun;
      this.frames = frames;
    }

    @Override
    public void end(@Nullable OutboundCall seen, CallOutcome outcome) {
      if (ended.compareAndSet(false, true)) {
        calls.add(new CapturedCall(seen == null ? begun : seen, outcome, frames));
      }
    }

    @Override
    public OpenCall followedBy(OutboundCall next) {
      return new Open(next, frames);
    }
  }
}
