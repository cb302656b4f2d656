/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import static io.executoraccounting.bootstrap.Frames.agent;
import static io.executoraccounting.bootstrap.Frames.captured;
import static io.executoraccounting.bootstrap.Frames.here;
import static io.executoraccounting.bootstrap.Frames.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameStackTest {
  @AfterEach
  void leavesNothingOnTheThread() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null) {
      frames.innermost = null;
    }
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(FrameStack.current()).isSameAs(FrameContext.EMPTY);
  }

  @Test
  void innermostFrameActsInsideTheRequest() {
    FrameStack.pushInbound(request("r"));
    agent("outer");
    agent("inner");
    assertThat(here()).isEqualTo("inner outer r");
  }

  @Test
  void closingRestoresWhatHeldBefore() {
    FrameStack.pushInbound(request("r"));
    agent("a").close();
    assertThat(here()).isEqualTo("r");
  }

  @Test
  void closingTwiceDoesNothing() {
    FrameStack.pushInbound(request("r"));
    FrameScope first = agent("first");
    first.close();
    agent("second");
    first.close();
    assertThat(here()).isEqualTo("second r");
  }

  @Test
  void outerScopeTakesInnerOnesWithIt() {
    FrameScope outer = agent("outer");
    FrameScope inner = agent("inner");
    outer.close();
    assertThat(here()).isEmpty();
    inner.close();
    assertThat(here()).isEmpty();
  }

  @Test
  void scopeClosedInsideATaskDoesNotComeBackWhenTheTaskEnds() {
    FrameScope outer = agent("outer");
    FrameScope task = FrameStack.attach(FrameContext.EMPTY);
    outer.close();
    task.close();
    assertThat(here()).isEmpty();
  }

  @Test
  void scopeClosedOnAnotherThreadIsGoneFromTheFirst() throws InterruptedException {
    FrameStack.pushInbound(request("r"));
    FrameScope outer = agent("outer");
    agent("inner");
    Thread other = new Thread(outer::close);
    other.start();
    other.join();
    assertThat(here()).isEqualTo("r");
  }

  @Test
  void framesOfAnEndedRequestAreNotBelieved() {
    ExecutorFrame request = request("r");
    FrameStack.pushInbound(request);
    agent("a");
    request.origin().end();
    assertThat(FrameStack.current()).isSameAs(FrameContext.STALE);
  }

  @Test
  void agentInsideAnEndedRequestIsBelievedAndTheRequestIsNot() {
    ExecutorFrame request = request("r");
    FrameStack.pushInbound(request);
    request.origin().end();
    agent("a");
    assertThat(here()).isEqualTo("a ?");
  }

  @Test
  void taskIsBelievedWhenItsRequestEndsWhileItWaits() {
    ExecutorFrame request = request("r");
    FrameScope scope = FrameStack.pushInbound(request);
    FrameContext handed = FrameStack.capture();
    scope.close();
    request.origin().end();
    FrameStack.attach(handed);
    assertThat(here()).isEqualTo("r");
  }

  @Test
  void agentInsideATaskIsBelievedAfterTheRequestHasEnded() {
    ExecutorFrame request = request("r");
    FrameScope scope = FrameStack.pushInbound(request);
    FrameContext handed = FrameStack.capture();
    scope.close();
    request.origin().end();
    FrameStack.attach(handed);
    agent("a");
    assertThat(here()).isEqualTo("a r");
  }

  @Test
  void whatIsHandedOnAfterTheRequestHasEndedIsStale() {
    ExecutorFrame request = request("r");
    FrameStack.pushInbound(request);
    FrameContext handed = FrameStack.capture();
    request.origin().end();
    FrameStack.attach(handed);
    assertThat(FrameStack.capture()).isSameAs(FrameContext.STALE);
  }

  @Test
  void taskWithoutFramesHidesThoseOfTheThread() {
    agent("a");
    FrameScope task = FrameStack.attach(FrameContext.EMPTY);
    assertThat(here()).isEmpty();
    task.close();
    assertThat(here()).isEqualTo("a");
  }

  @Test
  void newRequestReplacesOneThatEndedAndWasLeftOpen() {
    ExecutorFrame first = request("first");
    FrameStack.pushInbound(first);
    first.origin().end();
    FrameStack.pushInbound(request("second")).close();
    assertThat(FrameStack.current()).isSameAs(FrameContext.EMPTY);
  }

  @Test
  void includedRequestGivesWayToTheOneAround() {
    FrameStack.pushInbound(request("outer"));
    FrameStack.pushInbound(request("included")).close();
    assertThat(here()).isEqualTo("outer");
  }

  @Test
  void scopesThatNobodyClosesLinkNoMoreThanTheLimit() {
    for (int i = 0; i < 62_840; i++) {
      FrameStack.pushInbound(request("r" + i));
      agent("a" + i);
    }
    assertThat(open()).isLessThanOrEqualTo(FrameScope.MAX_OPEN);
    assertThat(here()).isEqualTo("a62839 r62839");
  }

  @Test
  void agentsThatNobodyClosesLinkNoMoreFramesThanTheLimit() {
    for (int i = 0; i < 62_840; i++) {
      agent("a" + i);
    }
    assertThat(FrameStack.current().top().depth()).isEqualTo(ExecutorFrame.MAX_DEPTH);
    assertThat(here()).startsWith("a62839 ");
  }

  @Test
  void outermostRunEndsItsOriginWhenItReturns() {
    FrameScope run = agent("a");
    FrameContext handed = FrameStack.capture();
    run.close();
    assertThat(handed.top().origin().ended()).isTrue();
  }

  @Test
  void agentInsideARequestLeavesItsOriginAlone() {
    ExecutorFrame request = request("r");
    FrameStack.pushInbound(request);
    agent("a").close();
    assertThat(request.origin().ended()).isFalse();
  }

  @Test
  void agentsOwnWorkTakesNothingAlong() {
    agent("a");
    AccountingGuard.suspend();
    try {
      assertThat(captured()).isEmpty();
    } finally {
      AccountingGuard.resume();
    }
  }

  private static int open() {
    int open = 0;
    for (FrameScope scope = ThreadFrames.current().innermost; scope != null; scope = scope.outer) {
      open++;
    }
    return open;
  }
}
