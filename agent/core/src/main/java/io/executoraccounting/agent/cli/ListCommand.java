/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Lists the JVMs of this user, and whether the agent is in them.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    System.out.println("PID      AGENT       MAIN");
    for (ListedJvm jvm : ListedJvm.others()) {
      System.out.printf("%-8s %-11s %s%n", jvm.pid(), agent(jvm.pid()), jvm.main());
    }
    return 0;
  }

  private static String agent(String pid) {
    try (TargetJvm jvm = TargetJvm.attach(pid)) {
      AgentPresence agent = jvm.agent();
      String version = agent.version();
      return agent.attached() && version != null ? version : "-";
    } catch (CommandFailure notAttachable) {
      return "?";
    }
  }
}
