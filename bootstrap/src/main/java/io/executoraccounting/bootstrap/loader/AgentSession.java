/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.loader;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The one agent of this JVM. That this class is in the boot loader says that an agent was here; the
 * application sees no other sign of it.
 */
public final class AgentSession {
  /** In the JVM's agent properties, where the command line looks. */
  private static final String PROPERTY = "io.executoraccounting.agent";

  private static final String START = "io.executoraccounting.agent.premain.AgentStart";
  private static final AtomicReference<@Nullable AgentSession> CURRENT = new AtomicReference<>();
  private static final AtomicReference<@Nullable String> VERSION = new AtomicReference<>();

  private final Properties agentProperties;
  private final AtomicReference<@Nullable Runnable> stop = new AtomicReference<>();
  private volatile @Nullable AgentClassLoader loader;

  private AgentSession(Properties agentProperties) {
    this.agentProperties = agentProperties;
  }

  /**
   * Starts the agent unless there is one already.
   *
   * @param options the configuration file, null or empty for none
   * @param attached whether the JVM was running before
   */
  public static void start(
      File jar,
      String version,
      @Nullable String options,
      Instrumentation instrumentation,
      boolean attached,
      Properties agentProperties)
      throws Exception {
    AgentSession session = new AgentSession(agentProperties);
    if (!CURRENT.compareAndSet(null, session)) {
      say(version + " does nothing: version " + VERSION.get() + " is in this JVM already");
      return;
    }
    if (!VERSION.compareAndSet(null, version) && !version.equals(VERSION.get())) {
      say(
          version
              + " does nothing: this JVM keeps classes of version "
              + VERSION.get()
              + ", which was detached; restart it");
      CURRENT.set(null);
      return;
    }
    try {
      session.open(jar, version, options, instrumentation, attached);
    } finally {
      if (session.stop.get() == null) {
        session.release();
      }
    }
  }

  /** Takes the agent out of this JVM; does nothing where there is none. */
  public static void stop() throws IOException {
    AgentSession session = CURRENT.get();
    Runnable stop = session == null ? null : session.stop.getAndSet(null);
    if (session != null && stop != null) {
      stop.run();
      session.release();
    }
  }

  private void open(
      File jar,
      String version,
      @Nullable String options,
      Instrumentation instrumentation,
      boolean attached)
      throws Exception {
    AgentClassLoader opened = new AgentClassLoader(new JarFile(jar, false));
    loader = opened;
    AgentEntry entry = (AgentEntry) opened.loadClass(START).getConstructor().newInstance();
    stop.set(entry.start(options, instrumentation, attached));
    if (stop.get() != null) {
      agentProperties.setProperty(PROPERTY, version + " attached");
    }
  }

  private void release() throws IOException {
    if (agentProperties.containsKey(PROPERTY)) {
      agentProperties.setProperty(PROPERTY, VERSION.get() + " detached");
    }
    AgentClassLoader open = loader;
    loader = null;
    CURRENT.set(null);
    if (open != null) {
      open.close();
    }
  }

  private static void say(String line) {
    System.err.println("[executor-accounting] " + line);
  }
}
