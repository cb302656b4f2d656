/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Programs under {@code src/test/programs}, compiled so that every supported JVM runs them. */
final class Java8Program {
  private Java8Program() {}

  /**
   * @param folder where the class goes
   * @param classPath what the program needs, empty if nothing
   */
  static void compile(String name, String classPath, Path folder) {
    Path source =
        Path.of(System.getProperty("project.folder"), "agent/src/test/programs", name + ".java");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release=8",
                "-Xlint:-options",
                "-classpath",
                classPath,
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).isZero();
  }
}
