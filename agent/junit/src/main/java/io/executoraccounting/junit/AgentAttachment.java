/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the agent is in this JVM. Where it is on the class path only, the jar's own
 * command attaches it from a process of its own: a JVM may not attach to itself unless it is told
 * so, and a library must not tell it.
 */
final class AgentAttachment {
  private static final String OBSERVED = "io.executoraccounting.bootstrap.ObservedRecords";
  private static final String IN_JAR =
      "io/executoraccounting/bootstrap/isolated/io/executoraccounting/agent/premain/"
          + "AgentStart.classdata";
  private static final String ADVICE =
      "; start the tests with -javaagent:executor-accounting-agent.jar=FILE";

  private AgentAttachment() {}

  /**
   * @throws IllegalStateException if it is not there and cannot be attached
   */
  static synchronized void require() {
    if (isAttached()) {
      return;
    }
    URL agent = AgentAttachment.class.getClassLoader().getResource(IN_JAR);
    if (agent == null) {
      throw new IllegalStateException(
          "the Executor Accounting agent is neither in this JVM nor on its class path" + ADVICE);
    }
    String said = attach(jar(agent));
    if (!isAttached()) {
      throw new IllegalStateException(
          "the Executor Accounting agent could not be attached: " + said + ADVICE);
    }
  }

  private static boolean isAttached() {
    try {
      Class.forName(OBSERVED, false, null);
    } catch (ClassNotFoundException neverWas) {
      return false;
    }
    return AgentRecords.hasAgent();
  }

  private static File jar(URL inJar) {
    String location = inJar.toString();
    return new File(URI.create(location.substring("jar:".length(), location.lastIndexOf("!/"))));
  }

  private static String attach(File jar) {
    String java = new File(System.getProperty("java.home"), "bin/java").getPath();
    String pid = ManagementFactory.getRuntimeMXBean().getName().split("@", 2)[0];
    try {
      Process process =
          new ProcessBuilder(java, "-jar", jar.getPath(), "attach", pid)
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      return output(process);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String output(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(said.length() == 0 ? "" : "; ").append(line);
      }
    }
    return said.toString();
  }
}
