/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent's jar. The build lowers this class file to version 50, and it uses
 * nothing that Java 6 lacks, so that a JVM which is too old gets a sentence instead of an
 * UnsupportedClassVersionError that ends it.
 *
 * <p>Never throws: without the agent the application runs as if there were none.
 */
public final class AgentLauncher {
  private static final int OLDEST = 8;
  private static final int NEWEST = 26;

  private AgentLauncher() {}

  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    launch(options, instrumentation, false);
  }

  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    launch(options, instrumentation, true);
  }

  /** The command line: {@code java -jar executor-accounting-agent.jar}. */
  public static void main(String[] arguments) throws Exception {
    if (isSupported()) {
      CommandLauncher.run(arguments);
    } else {
      System.exit(1);
    }
  }

  private static void launch(
      @Nullable String options, Instrumentation instrumentation, boolean attached) {
    try {
      if (isSupported() && !isSwitchedOff()) {
        SessionLauncher.launch(options, instrumentation, attached);
      }
    } catch (Throwable failure) {
      say("could not start, the application runs without it: " + failure);
    }
  }

  private static boolean isSupported() {
    String version = System.getProperty("java.specification.version");
    int feature = feature(version);
    if (feature >= OLDEST && feature <= NEWEST) {
      return true;
    }
    say(
        "Java "
            + version
            + " is not supported, Java "
            + OLDEST
            + " to "
            + NEWEST
            + " are; nothing is recorded");
    return false;
  }

  /** The kill switch must work even where the agent's configuration cannot be read any more. */
  private static boolean isSwitchedOff() {
    String enabled = System.getProperty("executor.enabled");
    if (enabled == null) {
      enabled = System.getenv("EXECUTOR_ENABLED");
    }
    return enabled != null && enabled.trim().equalsIgnoreCase("false");
  }

  private static int feature(@Nullable String version) {
    if (version == null) {
      return -1;
    }
    try {
      return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static void say(String line) {
    System.err.println("[executor-accounting] " + line);
  }
}
