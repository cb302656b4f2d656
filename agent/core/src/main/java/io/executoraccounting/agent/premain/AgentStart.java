/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Where the session in the boot loader enters the agent's own loader. */
public final class AgentStart {
  private AgentStart() {}

  /**
   * Starts the agent.
   *
   * @param options the configuration file, null or empty for none
   * @param attached whether the JVM was running before
   * @return what takes the agent out again; null if it did not start
   */
  public static @Nullable Runnable start(
      @Nullable String options, Instrumentation instrumentation, boolean attached) {
    return new Runnable() {
      @Override
      public void run() {}
    };
  }
}
