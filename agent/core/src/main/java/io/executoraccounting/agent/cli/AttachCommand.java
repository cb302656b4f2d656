/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.io.File;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "attach",
    description = "Attaches the agent to a running JVM of the same user.",
    mixinStandardHelpOptions = true)
final class AttachCommand implements Callable<Integer> {
  private final File jar;
  private final String version;

  @Parameters(paramLabel = "PID", description = "Process id of the JVM, as `list` shows it.")
  private String pid = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file that the agent reads in that JVM.")
  private @Nullable File config;

  AttachCommand(File jar, String version) {
    this.jar = jar;
    this.version = version;
  }

  @Override
  public Integer call() {
    // Absolute, because the other JVM has a working directory of its own.
    String options = config == null ? "" : config.getAbsolutePath();
    if (config != null && !config.canRead()) {
      throw new CommandFailure(options + " cannot be read");
    }
    try (TargetJvm jvm = TargetJvm.attach(pid)) {
      AgentPresence before = jvm.agent();
      if (before.attached()) {
        throw new CommandFailure("version " + before.version() + " is in " + pid + " already");
      }
      if (before.version() != null && !version.equals(before.version())) {
        throw new CommandFailure(
            pid
                + " keeps classes of version "
                + before.version()
                + ", which was detached; restart it to attach "
                + version);
      }
      jvm.loadAgent(jar, options);
      if (!jvm.agent().attached()) {
        throw new CommandFailure(
            "the agent did not start in " + pid + "; the standard error of that JVM says why");
      }
    }
    System.out.println("attached " + version + " to " + pid);
    return 0;
  }
}
