/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.WovenAgent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jboss.threads.EnhancedQueueExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerPoolTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new TaskExecutorExtension());

  @Test
  void threadThatJettyStartsInsideARequestServesEverybody() throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(8, 0);
    pool.setReservedThreads(0);
    pool.start();
    try {
      assertThat(seenByANewThreadOf(pool)).isEmpty();
    } finally {
      pool.stop();
    }
  }

  @Test
  void threadThatJBossStartsInsideARequestServesEverybody() throws Exception {
    EnhancedQueueExecutor pool =
        new EnhancedQueueExecutor.Builder().setCorePoolSize(1).setMaximumPoolSize(1).build();
    try {
      assertThat(seenByANewThreadOf(pool)).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  private static String seenByANewThreadOf(Executor pool) throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (Request request = Request.of("a")) {
      pool.execute(() -> seen.complete(Request.here()));
      return seen.get(10, TimeUnit.SECONDS);
    }
  }
}
