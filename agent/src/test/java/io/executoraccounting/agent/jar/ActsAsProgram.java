/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** An application for Java 8 that uses the API, which it has on its class path. */
final class ActsAsProgram {
  private static final String API = System.getProperty("api.jar");

  private final Path folder;

  ActsAsProgram(Path folder) {
    this.folder = folder;
    Java8Program.compile("ActsAs", API, folder);
  }

  /** Runs it with the agent, on that JDK. */
  ForkedJvm.Result run(Path javaHome, String... options) throws IOException, InterruptedException {
    String classPath = folder + File.pathSeparator + API;
    return new ForkedJvm(folder.resolve("run"), javaHome)
        .with(options)
        .with(AgentJar.javaagent(), "-cp", classPath)
        .runMain("ActsAs");
  }
}
