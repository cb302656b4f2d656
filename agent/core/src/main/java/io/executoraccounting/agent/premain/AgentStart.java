/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.bootstrap.loader.AgentEntry;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Where the session in the boot loader enters the agent's own loader. */
public final class AgentStart implements AgentEntry {
  @Override
  public @Nullable Runnable start(
      @Nullable String options, Instrumentation instrumentation, boolean attached) {
    return new Runnable() {
      @Override
      public void run() {}
    };
  }
}
