/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.premain;

import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.ConfigLoader;
import io.executoraccounting.agent.config.LoadedConfig;
import io.executoraccounting.bootstrap.loader.AgentEntry;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the session in the boot loader enters the agent's own loader.
 *
 * <p>At start of a JVM this is the main thread, before the application: no lambda, regular
 * expression, format, logging, file system or anything else that the application may want to set up
 * in its own way is touched here.
 */
public final class AgentStart implements AgentEntry {
  @Override
  public @Nullable Runnable start(
      @Nullable String options, Instrumentation instrumentation, boolean attached) {
    LoadedConfig loaded = ConfigLoader.load(options);
    AgentConfig config = loaded.config();
    AgentLog log = AgentLog.open(config.log());
    say(loaded.problems(), log);
    if (loaded.refused()) {
      refuse(attached, log);
      return null;
    }
    if (!config.enabled()) {
      return null;
    }
    try {
      RunningAgent agent = new RunningAgent(config, log, instrumentation);
      agent.begin();
      if (attached) {
        agent.awaitStarted();
      }
      return agent;
    } catch (IOException e) {
      log.error("not started, nothing is recorded: " + e.getMessage());
      return null;
    }
  }

  private static void say(List<String> problems, AgentLog log) {
    for (String problem : problems) {
      log.warn(problem);
    }
  }

  /** A JVM that was running before somebody attached to it is not stopped for a bad value. */
  private static void refuse(boolean attached, AgentLog log) {
    if (attached) {
      log.error("not started, because executor.strict=true; nothing is recorded");
      return;
    }
    log.error("the JVM stops here, because executor.strict=true");
    System.exit(1);
  }
}
