/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.io.File;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "detach",
    description = "Takes the agent out of a running JVM again.",
    mixinStandardHelpOptions = true)
final class DetachCommand implements Callable<Integer> {
  /** Understood by the launcher in bootstrap. */
  private static final String DETACH = "--detach";

  private final File jar;

  @Parameters(paramLabel = "PID", description = "Process id of the JVM, as `list` shows it.")
  private String pid = "";

  DetachCommand(File jar) {
    this.jar = jar;
  }

  @Override
  public Integer call() {
    try (TargetJvm jvm = TargetJvm.attach(pid)) {
      if (!jvm.agent().attached()) {
        throw new CommandFailure("there is no agent in " + pid);
      }
      jvm.loadAgent(jar, DETACH);
      if (jvm.agent().attached()) {
        throw new CommandFailure(
            "the agent is still in " + pid + "; the standard error of that JVM says why");
      }
    }
    System.out.println("detached from " + pid);
    return 0;
  }
}
