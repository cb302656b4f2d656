/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM in which a user's tests run, with the built jars. */
final class ForkedTests {
  static final Path AGENT = Path.of(System.getProperty("agent.jar"));

  private final Path folder;
  private final List<String> options = new ArrayList<>();
  private boolean agentOnClassPath = true;

  ForkedTests(Path folder) {
    this.folder = folder;
  }

  ForkedTests with(String option) {
    options.add(option);
    return this;
  }

  ForkedTests withoutAgentOnClassPath() {
    agentOnClassPath = false;
    return this;
  }

  /** What the tests of that class printed. */
  String run(String testClass) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "com.example.refunds.RunTests", testClass));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + command + "\n" + Files.readString(out));
    }
    return Files.readString(out);
  }

  /** As a user has it: what the agent brings along is not there beside it. */
  private String classPath() {
    List<String> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("bootstrap"))
            .collect(Collectors.toCollection(ArrayList::new));
    if (agentOnClassPath) {
      entries.add(AGENT.toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
