/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/** One of the test's programs in a fresh JVM with the agent attached. */
final class Program {
  /** The programs and the database driver; not the tests' own libraries, nor ours. */
  private static final String CLASSPATH =
      location(Program.class) + File.pathSeparator + location(Driver.class);

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Program start(Path folder, Class<?> main, List<String> arguments, String... jvmArguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(BuiltJars.JAVA_HOME.resolve("bin/java").toString());
    command.add("-javaagent:" + BuiltJars.AGENT);
    command.addAll(List.of(jvmArguments));
    command.addAll(List.of("-classpath", CLASSPATH, main.getName()));
    command.addAll(arguments);
    Path out = Files.createTempFile(folder, "program", ".out");
    Path err = Files.createTempFile(folder, "program", ".err");
    return new Program(
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start(),
        out,
        err);
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the program did not end; its output: " + out + ", " + err);
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(out);
  }

  /** All that it wrote to standard error. */
  List<String> errors() throws IOException {
    return Files.readAllLines(err);
  }

  private static Path location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
