/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.CompletedCall;
import io.executoraccounting.bootstrap.AccountingGuard;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private final CapturingExporter exporter = new CapturingExporter();
  private final Drops drops = new Drops();
  private final LogLines log = new LogLines();
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch blocked = new CountDownLatch(1);
  private Pipeline pipeline;

  @AfterEach
  void close() {
    released.countDown();
    pipeline.close(TestPipeline.CLOSE_MILLIS);
  }

  private void start(int queueSize, Function<CompletedCall, AccountingRecord> rule) {
    pipeline = Pipelines.with(queueSize, drops, rule, exporter, log);
    pipeline.start();
  }

  /** Holds the pipeline's thread at the call {@code first} until it is released. */
  private AccountingRecord blocking(CompletedCall call) {
    if (call.call().summary().equals("first")) {
      blocked.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return Samples.plain(call);
  }

  @Test
  void numbersRecordsOfManyThreadsWithoutAHole() throws Exception {
    int threads = 64;
    int each = 500;
    start(1 << 16, Samples::plain);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> producers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread producer =
          new Thread(
              () -> {
                awaitQuietly(go);
                for (int n = 0; n < each; n++) {
                  pipeline.accept(Samples.call("GET /"));
                }
              });
      producer.start();
      producers.add(producer);
    }
    go.countDown();
    for (Thread producer : producers) {
      producer.join();
    }
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(exporter.sequences())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, threads * each).boxed().toList());
  }

  @Test
  void saysHowManyRecordsAFullQueueDropped() throws Exception {
    start(64, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    for (int i = 0; i < 64 + 7; i++) {
      pipeline.accept(Samples.call("GET /"));
    }
    released.countDown();
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(exporter.ofGaps(ExecutorKeys.DROPPED)).containsExactly(7L);
    assertThat(exporter.ofGaps(ExecutorKeys.GAPS)).containsExactly(List.of("records_dropped"));
    assertThat(exporter.ofGaps(ExecutorKeys.DROPPED_REASON)).containsExactly("queue_full");
  }

  @Test
  void tellsWhatWasDroppedBeforeItStarted() {
    drops.count(Samples.END + 20);
    drops.count(Samples.END + 10);
    start(64, Samples::plain);
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(exporter.ofGaps(ExecutorKeys.DROPPED)).containsExactly(2L);
    assertThat(exporter.spans().get(0).getStartEpochNanos()).isEqualTo(Samples.END + 10);
  }

  @Test
  void leavesAHoleOfExactlyTheDroppedRecords() throws Exception {
    start(64, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    for (int i = 0; i < 64 + 7; i++) {
      pipeline.accept(Samples.call("GET /"));
    }
    released.countDown();
    await().untilAsserted(() -> assertThat(exporter.ofGaps(ExecutorKeys.DROPPED)).hasSize(1));
    pipeline.accept(Samples.call("after"));
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    long first = exporter.ofGaps(ExecutorKeys.DROPPED_FIRST).get(0);
    long last = exporter.ofGaps(ExecutorKeys.DROPPED_LAST).get(0);
    assertThat(last - first + 1).isEqualTo(7);
    assertThat(exporter.sequences())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 1 + 64 + 7 + 1)
                .filter(n -> n < first || n > last)
                .boxed()
                .toList());
  }

  @Test
  void saysWhenTheDroppedCallsHadEnded() throws Exception {
    start(64, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    for (int i = 0; i < 64; i++) {
      pipeline.accept(Samples.call("GET /"));
    }
    pipeline.accept(endedAt(Samples.END + 20));
    pipeline.accept(endedAt(Samples.END + 10));
    pipeline.accept(endedAt(Samples.END + 30));
    released.countDown();
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    SpanData gap =
        exporter.spans().stream()
            .filter(span -> span.getAttributes().get(ExecutorKeys.DROPPED) != null)
            .findFirst()
            .orElseThrow();
    assertThat(gap.getStartEpochNanos()).isEqualTo(Samples.END + 10);
    assertThat(gap.getEndEpochNanos()).isEqualTo(Samples.END + 30);
  }

  @Test
  void saysOnceThatTheQueueIsFull() throws Exception {
    start(64, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    for (int i = 0; i < 200; i++) {
      pipeline.accept(Samples.call("GET /"));
    }
    released.countDown();
    await().until(() -> !exporter.ofGaps(ExecutorKeys.DROPPED).isEmpty());
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(log.lines())
        .filteredOn(line -> line.contains("dropped and counted"))
        .singleElement()
        .asString()
        .contains("raise executor.queue.size");
  }

  @Test
  void countsARecordThatCannotBeWrittenAndGoesOn() {
    start(
        64,
        call -> {
          if (call.call().summary().equals("bad")) {
            throw new IllegalStateException("canary-in-a-message");
          }
          return Samples.plain(call);
        });
    pipeline.accept(Samples.call("GET /1"));
    pipeline.accept(Samples.call("bad"));
    pipeline.accept(Samples.call("GET /2"));
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(exporter.sequences()).containsExactly(1L, 3L);
    assertThat(exporter.ofGaps(ExecutorKeys.DROPPED_REASON)).containsExactly("agent_error");
    assertThat(log.lines()).anyMatch(line -> line.contains("IllegalStateException at "));
    assertThat(log.lines()).noneMatch(line -> line.contains("canary"));
  }

  @Test
  void exportsWhatWaitsWhenItIsClosed() throws Exception {
    start(1024, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    for (int i = 0; i < 900; i++) {
      pipeline.accept(Samples.call("GET /"));
    }
    released.countDown();
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(exporter.sequences()).hasSize(901);
  }

  @Test
  void endsInTimeThoughItsThreadIsStuck() throws Exception {
    start(64, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    long before = System.nanoTime();
    pipeline.close(50);
    assertThat((System.nanoTime() - before) / 1_000_000L).isLessThan(10_000);
    assertThat(exporter.spans()).isEmpty();
  }

  @Test
  void handsOnRecordsOfAQuietApplicationWithinABatchsAge() {
    start(64, Samples::plain);
    pipeline.accept(Samples.call("GET /1"));
    await().until(() -> exporter.spans().size() == 1);
    pipeline.accept(Samples.call("GET /2"));
    await().until(() -> exporter.spans().size() == 2);
    assertThat(exporter.batchSizes()).containsExactly(1, 1);
  }

  @Test
  void neverMakesABatchThatAServerRefuses() throws Exception {
    start(1 << 14, this::blocking);
    pipeline.accept(Samples.call("first"));
    blocked.await();
    for (int i = 0; i < 3000; i++) {
      pipeline.accept(Samples.call("GET /"));
    }
    released.countDown();
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(exporter.batchSizes()).allMatch(size -> size <= Batch.MAX_SPANS);
  }

  @Test
  void workOfItsThreadIsNotAccountedFor() {
    AtomicReference<Boolean> suspended = new AtomicReference<>();
    start(
        64,
        call -> {
          suspended.set(AccountingGuard.suspended());
          return Samples.plain(call);
        });
    pipeline.accept(Samples.call("GET /"));
    pipeline.close(TestPipeline.CLOSE_MILLIS);
    assertThat(suspended.get()).isTrue();
  }

  @Test
  void startingItLeavesTheCallersThreadAccountedFor() {
    start(64, Samples::plain);
    assertThat(AccountingGuard.suspended()).isFalse();
  }

  private static CompletedCall endedAt(long epochNanos) {
    CompletedCall call = Samples.call("GET /");
    return new CompletedCall(
        call.call(), call.outcome(), call.thread(), null, Samples.START, epochNanos);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
