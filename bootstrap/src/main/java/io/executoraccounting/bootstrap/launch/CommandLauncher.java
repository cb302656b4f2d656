/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap.launch;

import io.executoraccounting.bootstrap.loader.AgentClassLoader;
import java.io.File;
import java.util.jar.JarFile;

/** Runs the command line, whose classes only the agent's loader can read. */
final class CommandLauncher {
  private static final String COMMAND = "io.executoraccounting.agent.cli.AgentCommand";

  private CommandLauncher() {}

  static void run(String[] arguments) throws Exception {
    File file = AgentJar.locate();
    JarFile jar = new JarFile(file, false);
    AgentClassLoader loader = new AgentClassLoader(jar);
    Object exitCode =
        loader
            .loadClass(COMMAND)
            .getMethod("run", File.class, String.class, String[].class)
            .invoke(null, file, AgentJar.version(jar), arguments);
    System.exit((Integer) exitCode);
  }
}
