/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.loader;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** How the session enters the agent's loader. */
public interface AgentEntry {
  /**
   * Starts the agent.
   *
   * @param options the configuration file, null or empty for none
   * @param attached whether the JVM was running before
   * @return what takes the agent out again; null if it did not start
   */
  @Nullable Runnable start(
      @Nullable String options, Instrumentation instrumentation, boolean attached);
}
