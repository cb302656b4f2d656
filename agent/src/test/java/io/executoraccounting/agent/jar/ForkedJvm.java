/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, with the test classes on its class path, in a folder of its own. */
final class ForkedJvm {
  private static final String TEST_CLASSES =
      new File(ForkedJvm.class.getProtectionDomain().getCodeSource().getLocation().getPath())
          .getPath();

  private final Path folder;
  private final Path javaHome;
  private final List<String> options = new ArrayList<>();

  /**
   * @param folder where it works and where its output is kept
   */
  ForkedJvm(Path folder) {
    this(folder, currentJdk());
  }

  ForkedJvm(Path folder, Path javaHome) {
    this.folder = folder;
    this.javaHome = javaHome;
    // What is written by default is not what these tests are about.
    options.add("-Dexecutor.exporter=none");
  }

  ForkedJvm with(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  static Path currentJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /** What it reads from standard input. */
  ForkedJvm input(String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("in"), text);
    return this;
  }

  Result run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("-cp");
    command.add(TEST_CLASSES);
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    return java(command);
  }

  /** Runs a class of the class path that its options name. */
  Result runMain(String main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(main);
    command.addAll(Arrays.asList(arguments));
    return java(command);
  }

  Result runJar(File jar, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("-jar");
    command.add(jar.getPath());
    command.addAll(Arrays.asList(arguments));
    return java(command);
  }

  /** Starts it and does not wait. */
  Process start(Class<?> main) throws IOException {
    return process(Arrays.asList("-cp", TEST_CLASSES, main.getName())).start();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"), UTF_8);
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("err"), UTF_8);
  }

  private Result java(List<String> command) throws IOException, InterruptedException {
    Process process = process(command).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after a minute: " + command + "\n" + err());
    }
    return new Result(process.exitValue(), out(), err());
  }

  private ProcessBuilder process(List<String> command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(javaHome.resolve("bin").resolve("java").toString());
    all.addAll(options);
    all.addAll(command);
    Files.createDirectories(folder);
    ProcessBuilder process = new ProcessBuilder(all).directory(folder.toFile());
    File input = folder.resolve("in").toFile();
    if (input.exists()) {
      process.redirectInput(input);
    }
    return process
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile());
  }

  record Result(int exitCode, String out, String err) {}
}
