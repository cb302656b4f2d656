/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.bootstrap.ObservedRecords;
import io.executoraccounting.bootstrap.RecordedCall;
import io.executoraccounting.spi.CallOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest {
  private final Queue<RecordedCall> seen = new ConcurrentLinkedQueue<>();

  @TempDir Path directory;

  @AfterEach
  void nobodyObserves() {
    ObservedRecords.observe(null);
  }

  private TestPipeline start() throws Exception {
    return TestPipeline.start(Samples::rich, directory, "executor.exporter=none");
  }

  private static boolean awaitRecorded(TestPipeline pipeline) {
    return pipeline.pipeline().awaitRecorded(TestPipeline.CLOSE_MILLIS);
  }

  @Test
  void observerSeesWhatLeaves() throws Exception {
    ObservedRecords.observe(seen::add);
    try (TestPipeline pipeline = start()) {
      pipeline.accept(Samples.richCall());
      assertThat(awaitRecorded(pipeline)).isTrue();
    }
    RecordedCall call = seen.element();
    assertThat(call.name()).isEqualTo("POST /tickets/{id}");
    assertThat(call.startEpochNanos()).isEqualTo(Samples.START);
    assertThat(call.attributes())
        .containsEntry("executor.id", "agent:support-bot")
        .containsEntry("executor.policy.violations", List.of("refunds"))
        .containsEntry("executor.chain.depth", 2L)
        .containsEntry("executor.credential.expired", false);
    assertThat(call.stack()).isEmpty();
  }

  @Test
  void observerSeesWhereACallBegan() throws Exception {
    ObservedRecords.observe(seen::add);
    Throwable site = new Throwable();
    try (TestPipeline pipeline = start()) {
      pipeline.accept(
          new CompletedCall(
              Samples.richCall().call(),
              CallOutcome.RETURNED,
              Samples.NO_FACTS,
              null,
              Samples.START,
              Samples.END,
              site));
      awaitRecorded(pipeline);
    }
    assertThat(seen.element().stack()).containsExactly(site.getStackTrace());
  }

  @Test
  void allThatWasAcceptedBeforeIsWaitedFor() throws Exception {
    ObservedRecords.observe(seen::add);
    try (TestPipeline pipeline = start()) {
      for (int i = 0; i < 1000; i++) {
        pipeline.accept(Samples.call("GET /" + i));
      }
      assertThat(awaitRecorded(pipeline)).isTrue();
      assertThat(seen).hasSize(1000);
    }
  }

  @Test
  void nothingIsWaitedForOnceThePipelineIsClosed() throws Exception {
    TestPipeline pipeline = start();
    pipeline.close();
    assertThat(awaitRecorded(pipeline)).isFalse();
  }

  @Test
  void anObserverThatThrowsCostsNoRecord() throws Exception {
    ObservedRecords.observe(
        call -> {
          seen.add(call);
          throw new AssertionError("the test's own");
        });
    TestPipeline pipeline = start();
    pipeline.accept(Samples.call("GET /a"));
    pipeline.accept(Samples.call("GET /b"));
    pipeline.close();
    assertThat(seen).hasSize(2);
    assertThat(pipeline.log.lines()).isEmpty();
  }
}
