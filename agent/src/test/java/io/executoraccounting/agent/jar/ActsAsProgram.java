/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** An application for Java 8 that uses the API, which it has on its class path. */
final class ActsAsProgram {
  private static final String API = System.getProperty("api.jar");
  private static final Path SOURCE =
      Path.of(System.getProperty("project.folder"), "agent/src/test/programs/ActsAs.java");

  private final Path folder;

  ActsAsProgram(Path folder) {
    this.folder = folder;
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release=8",
                "-Xlint:-options",
                "-classpath",
                API,
                "-d",
                folder.toString(),
                SOURCE.toString());
    assertThat(result).isZero();
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
