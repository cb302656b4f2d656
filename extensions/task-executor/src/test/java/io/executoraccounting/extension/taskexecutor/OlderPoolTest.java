/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.TaskCarrier;
import io.executoraccounting.testing.WovenAgent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent that is attached finds pools whose workers are in a loop that is not woven. */
class OlderPoolTest {
  private static final List<String> BETWEEN_TASKS = new CopyOnWriteArrayList<>();
  private static final ThreadPoolExecutor POOL = started();

  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Runnable shared = () -> seen.add(Request.here());

  /** Before the extension above weaves: its worker keeps its old loop. */
  private static ThreadPoolExecutor started() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>()) {
          @Override
          protected void terminated() {
            BETWEEN_TASKS.add(Request.here());
          }
        };
    pool.prestartAllCoreThreads();
    return pool;
  }

  @AfterAll
  static void leavesNothingOnItsWorker() throws InterruptedException {
    POOL.shutdown();
    assertThat(POOL.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(BETWEEN_TASKS).containsOnly("");
  }

  @Test
  void itsTasksRunForTheirRequests() throws Exception {
    TaskCarrier.clear();
    for (int i = 0; i < 1_000; i++) {
      try (Request request = Request.of("r" + i % 2)) {
        POOL.execute(shared);
      }
      POOL.execute(shared);
    }
    POOL.submit(() -> {}).get(10, TimeUnit.SECONDS);
    assertThat(seen).hasSize(2_000);
    assertThat(seen).filteredOn(""::equals).hasSize(1_000);
    assertThat(seen).filteredOn("r0"::equals).hasSize(500);
    assertThat(TaskCarrier.waiting()).isLessThanOrEqualTo(1);
  }
}
