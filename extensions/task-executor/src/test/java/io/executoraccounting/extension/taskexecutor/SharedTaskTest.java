/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.testing.WovenAgent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One stateless task, handed over by several contexts at once, to one pool and to two. */
class SharedTaskTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private static final int ROUNDS = 5_000;

  private static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();

  /** Holds nothing, so it is one object however often it is handed over. */
  private static final Runnable SHARED =
      () -> {
        String pool = Thread.currentThread().getName();
        RUNS.computeIfAbsent(pool + "/" + Request.here(), key -> new AtomicInteger())
            .incrementAndGet();
      };

  @BeforeEach
  void forgetEarlierTests() {
    TaskCarrier.clear();
    RUNS.clear();
  }

  @Test
  void twoRequestsAtOnce() throws Exception {
    ExecutorService pool = pool("pool", 2);
    together(() -> during("a", pool), () -> during("b", pool));
    stop(pool);
    assertRuns("pool/a", ROUNDS, "pool/b", ROUNDS);
  }

  @Test
  void oneRequestAndNobody() throws Exception {
    ExecutorService pool = pool("pool", 2);
    together(() -> during("a", pool), () -> submit(pool));
    stop(pool);
    assertRuns("pool/a", ROUNDS, "pool/", ROUNDS);
  }

  @Test
  void twoRequestsAndNobodyInTwoPools() throws Exception {
    ExecutorService one = pool("one", 1);
    ExecutorService other = pool("other", 2);
    together(() -> during("a", one), () -> during("b", other), () -> submit(other));
    stop(one);
    stop(other);
    assertRuns("one/a", ROUNDS, "other/b", ROUNDS, "other/", ROUNDS);
  }

  @Test
  void callablesBehindFuturesOfTheirOwn() throws Exception {
    ExecutorService pool = pool("pool", 2);
    together(
        () -> {
          try (Request request = Request.of("a")) {
            for (int i = 0; i < ROUNDS; i++) {
              pool.submit(SHARED);
            }
          }
        },
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            pool.submit(SHARED);
          }
        });
    stop(pool);
    assertRuns("pool/a", ROUNDS, "pool/", ROUNDS);
  }

  private static void during(String name, ExecutorService pool) {
    try (Request request = Request.of(name)) {
      submit(pool);
    }
  }

  private static void submit(ExecutorService pool) {
    for (int i = 0; i < ROUNDS; i++) {
      pool.execute(SHARED);
    }
  }

  private static void assertRuns(Object... expected) {
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    RUNS.forEach((key, count) -> counts.put(key, count.get()));
    Map<String, Integer> wanted = new ConcurrentHashMap<>();
    for (int i = 0; i < expected.length; i += 2) {
      wanted.put((String) expected[i], (Integer) expected[i + 1]);
    }
    assertThat(counts).isEqualTo(wanted);
  }

  private static ExecutorService pool(String name, int threads) {
    ThreadFactory factory = task -> new Thread(task, name);
    return Executors.newFixedThreadPool(threads, factory);
  }

  private static void together(Runnable... submitters) throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    Thread[] threads = new Thread[submitters.length];
    for (int i = 0; i < threads.length; i++) {
      Runnable submitter = submitters[i];
      threads[i] =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                submitter.run();
              });
      threads[i].start();
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void stop(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }
}
