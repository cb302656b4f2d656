/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import io.executoraccounting.bootstrap.loader.AgentSession;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.Properties;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Starts or stops the session in the boot loader. Its own loader is the application's, which finds
 * {@link AgentSession} there once it has been injected, because it asks its parents first.
 */
final class SessionLauncher {
  /** What {@code detach} of the command line passes instead of a configuration file. */
  private static final String DETACH = "--detach";

  private static final String SESSION = "io.executoraccounting.bootstrap.loader.AgentSession";

  private SessionLauncher() {}

  static void launch(@Nullable String options, Instrumentation instrumentation, boolean attached)
      throws Exception {
    boolean injected = isInjected();
    if (attached && DETACH.equals(options)) {
      if (injected) {
        AgentSession.stop();
      }
      return;
    }
    File file = AgentJar.locate();
    String version;
    Properties agentProperties;
    try (JarFile jar = new JarFile(file, false)) {
      version = AgentJar.version(jar);
      JdkDoors jdkDoors = jdkDoors(jar, instrumentation);
      if (jdkDoors != null && jdkDoors.isMakingAotCache()) {
        // A woven Thread crashes the JVM when it writes the cache (25.0.3).
        AgentLauncher.say("stands aside while the JVM makes an AOT cache; nothing is recorded");
        return;
      }
      agentProperties = jdkDoors == null ? new Properties() : jdkDoors.agentProperties();
      if (!injected) {
        BootstrapInjector.inject(file, jar, jdkDoors, instrumentation);
      }
    }
    AgentSession.start(file, version, options, instrumentation, attached, agentProperties);
  }

  /** Null on a JVM whose {@code java.base} is built differently: the agent gets by without. */
  private static @Nullable JdkDoors jdkDoors(JarFile jar, Instrumentation instrumentation) {
    try {
      return JdkDoors.open(jar, instrumentation);
    } catch (Exception | LinkageError otherJvm) {
      return null;
    }
  }

  /** Whether an agent is, or was, in this JVM. */
  private static boolean isInjected() {
    try {
      return Class.forName(SESSION, true, null) != null;
    } catch (ClassNotFoundException firstAgentInThisJvm) {
      return false;
    }
  }
}
