/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.grant.GrantTable;
import io.executoraccounting.agent.identity.grant.GrantWatcher;
import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OpenCall;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CallAccountingTest {
  private static final TraceContext TRACE =
      TraceContext.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  private static final OutboundCall CALL = OutboundCall.builder("http", "GET /a").build();
  private static final InboundCall REQUEST =
      InboundCall.request("POST /tickets", CredentialUse.NONE);

  private static final CredentialReader CREDENTIALS =
      new PresentedCredentialReader(Fingerprinter.random());

  private final List<CompletedCall> calls = new ArrayList<>();
  private final List<CompletedOrigin> origins = new ArrayList<>();
  private final AtomicReference<TraceContext> applicationSpan = new AtomicReference<>();
  private final CallAccounting accounting =
      new CallAccounting(
          CREDENTIALS,
          new GrantWatcher(CREDENTIALS, new GrantTable()),
          new RecordSink() {
            @Override
            public void accept(CompletedCall call) {
              calls.add(call);
            }

            @Override
            public void accept(CompletedOrigin origin) {
              origins.add(origin);
            }
          },
          applicationSpan::get);

  private ThreadFacts factsOfOneCall() {
    accounting.begin(CALL).end(CallOutcome.RETURNED);
    return calls.get(calls.size() - 1).thread();
  }

  @Test
  void saysThatFramesMayBeLostUntilHandOversAreSeen() {
    accounting.handOversSeen(false);
    assertThat(factsOfOneCall().lost()).isTrue();

    accounting.handOversSeen(true);
    assertThat(factsOfOneCall().lost()).isFalse();
  }

  @Test
  void notesWhereACallBeganWhileSomebodyObserves() {
    ObservedRecords.observe(record -> {});
    try {
      accounting.begin(CALL).end(CallOutcome.RETURNED);
    } finally {
      ObservedRecords.observe(null);
    }
    assertThat(calls.get(0).site().getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(CallAccountingTest.class.getName()));
    accounting.begin(CALL).end(CallOutcome.RETURNED);
    assertThat(calls.get(1).site()).isNull();
  }

  @Test
  void handsOnWhatEndedOnce() {
    OpenCall open = accounting.begin(CALL);
    open.end(CallOutcome.httpStatus(200));
    open.end(CallOutcome.RETURNED);

    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).call()).isSameAs(CALL);
    assertThat(calls.get(0).outcome().conventions())
        .containsEntry("http.response.status_code", 200L);
  }

  @Test
  void keepsTheCallAsItWasSeenAtItsEnd() {
    OutboundCall seen = OutboundCall.builder("http", "GET /b").build();
    accounting.begin(CALL).end(seen, CallOutcome.RETURNED);

    assertThat(calls.get(0).call()).isSameAs(seen);
  }

  @Test
  void measuresTheCallBetweenItsEnds() {
    long before = EpochClock.nanos();
    OpenCall open = accounting.begin(CALL);
    long between = System.nanoTime();
    open.end(CallOutcome.RETURNED);

    CompletedCall call = calls.get(0);
    assertThat(call.startEpochNanos()).isGreaterThanOrEqualTo(before);
    assertThat(call.endEpochNanos() - call.startEpochNanos())
        .isBetween(0L, System.nanoTime() - between + 1_000_000_000L);
  }

  @Test
  void accountsForNothingOfItsOwn() {
    AccountingGuard.suspend();
    try {
      assertThat(accounting.begin(CALL)).isNull();
      assertThat(accounting.arrive(REQUEST, null)).isNull();
      assertThat(watchOfATokenRequest()).isNull();
    } finally {
      AccountingGuard.resume();
    }
  }

  private GrantWatch watchOfATokenRequest() {
    return accounting.watchGrant(
        "POST",
        "https",
        "as.example.com",
        443,
        "/oauth2/token",
        Headers.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  @Test
  void accountsForNothingWhileSwitchedOff() {
    OpenCall underWay = accounting.begin(CALL);
    accounting.enabled(false);
    underWay.end(CallOutcome.RETURNED);

    assertThat(accounting.begin(CALL)).isNull();
    assertThat(accounting.arrive(REQUEST, null)).isNull();
    assertThat(underWay.followedBy(CALL)).isNull();
    assertThat(watchOfATokenRequest()).isNull();
    assertThat(calls).isEmpty();
    accounting.enabled(true);
    assertThat(accounting.begin(CALL)).isNotNull();
    assertThat(watchOfATokenRequest()).isNotNull();
  }

  @Test
  void fixesTheFramesWhenTheCallBegins() throws Exception {
    FrameScope request = accounting.arrive(REQUEST, TRACE);
    OpenCall open =
        ExecutorAccounting.callAs(
            ExecutorIdentity.agent("bot"),
            () ->
                ExecutorAccounting.callAs(
                    ExecutorIdentity.agent("inner"), () -> accounting.begin(CALL)));
    request.close();
    open.end(CallOutcome.RETURNED);

    ThreadFacts thread = calls.get(0).thread();
    assertThat(thread.inbound()).isSameAs(REQUEST);
    assertThat(thread.origin().incoming()).isSameAs(TRACE);
    assertThat(thread.acting())
        .extracting(acting -> acting.identity().id())
        .containsExactly("agent:bot", "agent:inner");
    assertThat(thread.acting()).extracting(acting -> acting.via()).containsOnly(Via.RUN_AS);
  }

  @Test
  void tellsAgentsFromTheirTools() {
    ExecutorIdentity agent = ExecutorIdentity.agent("bot");
    try (FrameScope turn = FrameStack.pushActing(ExecutorFrame.Kind.AGENT, agent);
        FrameScope tool =
            FrameStack.pushActing(ExecutorFrame.Kind.AGENT, agent.withTool("close"))) {
      assertThat(factsOfOneCall().acting())
          .extracting(acting -> acting.via())
          .containsExactly(Via.AGENT, Via.AGENT_TOOL);
    }
  }

  @Test
  void laterAuthenticationChangesNoEarlierCall() {
    FrameScope request = accounting.arrive(REQUEST, null);
    OpenCall before = accounting.begin(CALL);
    InboundCall learned = REQUEST.withAuthenticated("alice", IdentityType.HUMAN);
    request.frame().facts(learned);
    OpenCall after = accounting.begin(CALL);
    before.end(CallOutcome.RETURNED);
    after.end(CallOutcome.RETURNED);
    request.close();

    assertThat(calls.get(0).thread().inbound()).isSameAs(REQUEST);
    assertThat(calls.get(1).thread().inbound()).isSameAs(learned);
  }

  @Test
  void doesNotBelieveWhatARequestLeftBehind() {
    FrameScope request = accounting.arrive(REQUEST, null);
    accounting.departed(request.frame(), CallOutcome.RETURNED);
    ThreadFacts thread = factsOfOneCall();
    request.close();

    assertThat(thread.stale()).isTrue();
    assertThat(thread.inbound()).isNull();
    assertThat(thread.origin()).isNull();
  }

  @Test
  void threadWithoutFramesKnowsNothing() {
    ThreadFacts thread = factsOfOneCall();

    assertThat(thread.stale()).isFalse();
    assertThat(thread.inbound()).isNull();
    assertThat(thread.acting()).isEmpty();
  }

  @Test
  void followingCallKeepsTheFramesOfTheFirstOnAnyThread() throws Exception {
    FrameScope request = accounting.arrive(REQUEST, null);
    applicationSpan.set(TRACE);
    OpenCall first = accounting.begin(CALL);
    first.end(CallOutcome.RETURNED);
    request.close();
    Thread io =
        new Thread(() -> first.followedBy(CALL).end(CallOutcome.RETURNED), "io-of-everybody");
    io.start();
    io.join();

    assertThat(calls.get(1).thread()).isSameAs(calls.get(0).thread());
    assertThat(calls.get(1).applicationSpan()).isSameAs(TRACE);
  }

  @Test
  void requestGetsASpanOfItsOwnWhereNobodyTraces() {
    FrameScope request = accounting.arrive(REQUEST, TRACE);
    accounting.departed(request.frame(), CallOutcome.httpStatus(500));
    request.close();

    CompletedOrigin origin = origins.get(0);
    assertThat(origin.span().sameTrace(TRACE)).isTrue();
    assertThat(origin.span().spanId()).isNotEqualTo(TRACE.spanId()).isNotZero();
    assertThat(origin.parent()).isSameAs(TRACE);
    assertThat(origin.summary()).isEqualTo("POST /tickets");
    assertThat(origin.outcome().errorType()).isEqualTo("500");
    assertThat(origin.thread().inbound()).isSameAs(REQUEST);
    assertThat(origin.endEpochNanos()).isGreaterThanOrEqualTo(origin.startEpochNanos());
  }

  @Test
  void eachRequestWithoutATraceStartsItsOwn() {
    FrameScope one = accounting.arrive(REQUEST, null);
    FrameScope other = accounting.arrive(REQUEST, null);
    other.close();
    one.close();

    assertThat(one.frame().origin().span().sameTrace(other.frame().origin().span())).isFalse();
    assertThat(one.frame().origin().span().flags()).isEqualTo((byte) 1);
  }

  @Test
  void requestGetsNoSpanWhereTheApplicationTraces() {
    applicationSpan.set(TRACE);
    FrameScope request = accounting.arrive(REQUEST, null);
    accounting.departed(request.frame(), CallOutcome.RETURNED);
    request.close();

    assertThat(origins).isEmpty();
    assertThat(request.frame().origin().ended()).isTrue();
  }

  @Test
  void originEndsOnceHoweverManyThreadsSaySo() throws Exception {
    FrameScope request = accounting.arrive(REQUEST, null);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  return;
                }
                accounting.departed(request.frame(), CallOutcome.RETURNED);
              });
      thread.start();
      threads.add(thread);
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    request.close();

    assertThat(origins).hasSize(1);
  }

  @Test
  void originEndsEvenWhileSwitchedOff() {
    FrameScope request = accounting.arrive(REQUEST, null);
    accounting.enabled(false);
    accounting.departed(request.frame(), CallOutcome.RETURNED);
    request.close();

    assertThat(request.frame().origin().ended()).isTrue();
    assertThat(origins).isEmpty();
  }
}
