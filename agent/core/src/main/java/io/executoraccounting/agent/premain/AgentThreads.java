/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.bootstrap.AccountingGuard;

/** Threads whose own calls are never accounted for. */
final class AgentThreads {
  private AgentThreads() {}

  static Thread daemon(String name, Runnable work) {
    Thread thread = plain(name, work);
    thread.setDaemon(true);
    return thread;
  }

  static Thread plain(String name, Runnable work) {
    Thread thread = new Thread(new Suspended(work), name);
    // Neither may the application reach the agent's loader through it, nor the agent hold theirs.
    thread.setContextClassLoader(null);
    return thread;
  }

  private static final class Suspended implements Runnable {
    private final Runnable work;

    Suspended(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      AccountingGuard.suspend();
      work.run();
    }
  }
}
