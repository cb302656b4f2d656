/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.grant.GrantTable;
import io.executoraccounting.agent.identity.grant.GrantWatcher;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.OutboundCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The outermost run of an agent is an origin: it has a span where nobody traces. */
class AgentRunTest {
  private static final OutboundCall CALL = OutboundCall.builder("http", "GET /a").build();
  private static final ExecutorIdentity BOT = ExecutorIdentity.agent("bot");

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

  @Test
  void outermostRunHasASpanThatItsCallsHangUnder() {
    FrameScope run = accounting.agentBegan(BOT);
    accounting.begin(CALL).end(CallOutcome.RETURNED);
    accounting.agentEnded(run, CallOutcome.RETURNED);

    assertThat(origins).hasSize(1);
    assertThat(origins.get(0).summary()).isEqualTo("bot");
    assertThat(calls.get(0).thread().origin().span()).isSameAs(origins.get(0).span());
    assertThat(FrameStack.current()).isSameAs(FrameContext.EMPTY);
  }

  @Test
  void spanSaysHowTheRunEnded() {
    CallOutcome failed = CallOutcome.failed("java.lang.IllegalStateException");
    accounting.agentEnded(accounting.agentBegan(BOT), failed);

    assertThat(origins.get(0).outcome()).isSameAs(failed);
  }

  @Test
  void toolInsideARunHasNone() {
    FrameScope run = accounting.agentBegan(BOT);
    accounting.agentEnded(accounting.agentBegan(BOT.withTool("close")), CallOutcome.RETURNED);

    assertThat(origins).isEmpty();
    accounting.begin(CALL).end(CallOutcome.RETURNED);
    assertThat(calls.get(0).thread().acting()).hasSize(1);
    accounting.agentEnded(run, CallOutcome.RETURNED);
  }

  @Test
  void runInsideARequestHasNoneAndLeavesTheRequestOpen() {
    FrameScope request =
        accounting.arrive(InboundCall.request("POST /tickets", CredentialUse.NONE), null);
    accounting.agentEnded(accounting.agentBegan(BOT), CallOutcome.RETURNED);

    assertThat(origins).isEmpty();
    assertThat(request.frame().origin().ended()).isFalse();
    request.close();
  }

  @Test
  void runHasNoneWhereTheApplicationTraces() {
    applicationSpan.set(
        TraceContext.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    accounting.agentEnded(accounting.agentBegan(BOT), CallOutcome.RETURNED);

    assertThat(origins).isEmpty();
  }

  @Test
  void endedRunIsNotBelievedWhereItWasLeftBehind() {
    FrameScope run = accounting.agentBegan(BOT);
    FrameContext handedOver = FrameStack.capture();
    accounting.agentEnded(run, CallOutcome.RETURNED);

    assertThat(handedOver.top().origin().ended()).isTrue();
  }
}
