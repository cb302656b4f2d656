/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.io.File;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code java -jar executor-accounting-agent.jar}. */
@Command(
    name = "executor-accounting-agent",
    description =
        "Attaches Executor Accounting to running JVMs or detaches it, and names credentials as its"
            + " records do.",
    footer = {"", "At start of a JVM: java -javaagent:executor-accounting-agent.jar[=FILE] …"},
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
public final class AgentCommand {
  private AgentCommand() {}

  /**
   * Runs one command line. Never throws.
   *
   * @param jar the agent's
   * @return the exit code: 0 done, 1 could not be done, 2 not understood
   */
  public static int run(File jar, String version, String[] arguments) {
    CommandLine command = new CommandLine(new AgentCommand());
    command.getCommandSpec().version("executor-accounting-agent " + version);
    command.addSubcommand(new AttachCommand(jar, version));
    command.addSubcommand(new DetachCommand(jar));
    command.addSubcommand(new ListCommand());
    command.addSubcommand(new FingerprintCommand());
    command.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          if (failure instanceof CommandFailure) {
            failed.getErr().println("[executor-accounting] " + failure.getMessage());
            return 1;
          }
          throw failure;
        });
    if (arguments.length == 0) {
      command.usage(command.getOut());
      return 0;
    }
    return command.execute(arguments);
  }
}
