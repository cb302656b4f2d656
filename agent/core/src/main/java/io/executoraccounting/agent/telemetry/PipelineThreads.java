/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import io.executoraccounting.bootstrap.AccountingGuard;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes the agent's threads: daemons whose calls are never accounted for. */
final class PipelineThreads implements ThreadFactory {
  private final String name;

  PipelineThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              AccountingGuard.suspend();
              work.run();
            },
            name);
    thread.setDaemon(true);
    // Neither may the application reach the agent's loader through it, nor the agent hold theirs.
    thread.setContextClassLoader(null);
    return thread;
  }

  /** Threads for calls in flight, which go away when there are none. */
  static ExecutorService pool(String name, int size) {
    return new ThreadPoolExecutor(
        0, size, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), new PipelineThreads(name));
  }
}
