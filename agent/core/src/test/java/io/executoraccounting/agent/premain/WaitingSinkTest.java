/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.agent.attribution.CompletedOrigin;
import io.executoraccounting.agent.attribution.RecordSink;
import io.executoraccounting.agent.attribution.ThreadFacts;
import io.executoraccounting.agent.telemetry.Drops;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OutboundCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingSinkTest {
  private final List<CompletedCall> handedOn = new ArrayList<>();
  private final Drops drops = new Drops();
  private final WaitingSink sink = new WaitingSink(2, drops);

  @Test
  void handsOnInOrderWhatCameBeforeThePipeline() {
    CompletedCall first = call();
    CompletedCall second = call();
    sink.accept(first);
    sink.accept(second);
    assertThat(sink.waiting()).isEqualTo(2);

    sink.open(pipeline());

    assertThat(handedOn).containsExactly(first, second);
    assertThat(sink.waiting()).isZero();
  }

  @Test
  void handsOnAtOnceAfterwards() {
    sink.open(pipeline());
    CompletedCall call = call();

    sink.accept(call);

    assertThat(handedOn).containsExactly(call);
  }

  @Test
  void keepsNothingWhereThereWillBeNoPipeline() {
    sink.accept(call());

    sink.discard();
    sink.accept(call());

    assertThat(sink.waiting()).isZero();
  }

  @Test
  void countsCallsThatFindNoRoom() {
    CompletedCall first = call();
    CompletedCall second = call();
    sink.accept(first);
    sink.accept(second);

    sink.accept(call());

    assertThat(drops.untold()).isEqualTo(1);
    sink.open(pipeline());
    assertThat(handedOn).containsExactly(first, second);
  }

  @Test
  void countsNoOriginThatFindsNoRoom() {
    sink.accept(call());
    sink.accept(call());

    sink.accept(origin());

    assertThat(drops.untold()).isZero();
    assertThat(sink.waiting()).isEqualTo(2);
  }

  private RecordSink pipeline() {
    return new RecordSink() {
      @Override
      public void accept(CompletedCall call) {
        handedOn.add(call);
      }

      @Override
      public void accept(CompletedOrigin origin) {
        throw new AssertionError("no origin was handed in");
      }
    };
  }

  private static CompletedOrigin origin() {
    ThreadFacts nothing = new ThreadFacts(null, null, Collections.emptyList(), false);
    TraceContext span = new TraceContext(1, 2, 3, (byte) 1);
    return new CompletedOrigin(nothing, "GET /a", span, null, CallOutcome.RETURNED, 1, 2);
  }

  private static CompletedCall call() {
    ThreadFacts nothing = new ThreadFacts(null, null, Collections.emptyList(), false);
    OutboundCall call = OutboundCall.builder("http", "GET /a").build();
    return new CompletedCall(call, CallOutcome.RETURNED, nothing, null, 1, 2);
  }
}
