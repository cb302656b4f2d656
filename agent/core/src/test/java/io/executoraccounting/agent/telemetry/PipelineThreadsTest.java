/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.AccountingGuard;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipelineThreadsTest {
  @Test
  void callsOfTheExportersThreadsAreNotAccountedFor() throws Exception {
    ExecutorService threads = PipelineThreads.pool("test", 1);
    assertThat(threads.submit(AccountingGuard::suspended).get(20, TimeUnit.SECONDS)).isTrue();
    threads.shutdownNow();
  }

  @Test
  void noThreadKeepsTheJvmAlive() {
    assertThat(new PipelineThreads("test").newThread(() -> {}).isDaemon()).isTrue();
  }

  @Test
  void noThreadKeepsTheApplicationsLoader() {
    ClassLoader applications = new ClassLoader(null) {};
    Thread.currentThread().setContextClassLoader(applications);
    try {
      Thread thread = new PipelineThreads("test").newThread(() -> {});
      assertThat(thread.getContextClassLoader()).isNull();
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }
}
