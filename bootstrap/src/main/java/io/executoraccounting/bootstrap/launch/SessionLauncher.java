/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.Properties;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Starts or stops the session in the boot loader. It is reached by name and through the boot loader
 * alone, because this package's own loader is the application's.
 */
final class SessionLauncher {
  /** What {@code detach} of the command line passes instead of a configuration file. */
  static final String DETACH = "--detach";

  private static final String SESSION = "io.executoraccounting.bootstrap.loader.AgentSession";

  private SessionLauncher() {}

  static void launch(@Nullable String options, Instrumentation instrumentation, boolean attached)
      throws Exception {
    Class<?> session = find();
    if (attached && DETACH.equals(options)) {
      if (session != null) {
        session.getMethod("stop").invoke(null);
      }
      return;
    }
    File file = AgentJar.locate();
    String version;
    Properties agentProperties;
    try (JarFile jar = new JarFile(file, false)) {
      version = AgentJar.version(jar);
      JavaBase javaBase = javaBase(jar, instrumentation);
      agentProperties = javaBase == null ? new Properties() : javaBase.agentProperties();
      if (session == null) {
        BootstrapInjector.inject(file, jar, javaBase, instrumentation);
        session = Class.forName(SESSION, true, null);
      }
    }
    session
        .getMethod(
            "start",
            File.class,
            String.class,
            String.class,
            Instrumentation.class,
            boolean.class,
            Properties.class)
        .invoke(null, file, version, options, instrumentation, attached, agentProperties);
  }

  /** Null on a JVM whose {@code java.base} is built differently: the agent gets by without. */
  private static @Nullable JavaBase javaBase(JarFile jar, Instrumentation instrumentation) {
    try {
      return JavaBase.open(jar, instrumentation);
    } catch (Exception otherJvm) {
      return null;
    }
  }

  private static @Nullable Class<?> find() {
    try {
      return Class.forName(SESSION, true, null);
    } catch (ClassNotFoundException firstAgentInThisJvm) {
      return null;
    }
  }
}
