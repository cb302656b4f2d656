/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import io.executoraccounting.endtoend.BuiltJars;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the stories' programs in a JVM of its own, as its owner would start it. */
final class StoryProgram implements AutoCloseable {
  private static final Path BUILT = Path.of(System.getProperty("story.programs"));

  private final Process process;
  private final Path log;

  private StoryProgram(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param main the program's class
   * @param environment its configuration, and nothing of the build's own CI job or cloud role
   * @param log where its output goes
   */
  static StoryProgram start(
      String main, List<String> jvmArguments, Map<String, String> environment, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(BuiltJars.JAVA_HOME.resolve("bin/java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(jvmArguments);
    command.addAll(List.of("-classpath", classPath(), main));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(AWS|GITHUB|GITLAB|CI|JENKINS|KUBERNETES)(_.*)?"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    // Where something else does not start, nobody is left who would close it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new StoryProgram(process, log);
  }

  /** The address at which a Spring Boot program serves, once it does. */
  String awaitUrl() throws IOException {
    return "http://127.0.0.1:" + awaitOutput("Tomcat started on port (\\d+)");
  }

  /** Waits until it has written that, and returns the pattern's first group, if it has one. */
  String awaitOutput(String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = !process.isAlive();
      Matcher found = wanted.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (found.find()) {
        return found.groupCount() == 0 ? "" : found.group(1);
      }
      if (ended) {
        break;
      }
      try {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    process.destroyForcibly();
    throw new IOException("it did not write " + pattern + "; its output: " + log);
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end; its output: " + log);
    }
    return process.exitValue();
  }

  /** Ends its standard input. */
  void endInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Asks it to end and waits for that. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String classPath() throws IOException {
    return BUILT.resolve("classes")
        + File.pathSeparator
        + Files.readString(BUILT.resolve("class-path.txt")).strip();
  }
}
