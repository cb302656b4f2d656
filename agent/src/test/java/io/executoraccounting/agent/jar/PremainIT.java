/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.Quiet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent may not touch before the application: it sets these up in its own way. */
class PremainIT {
  private static final List<String> NOT_OURS =
      List.of(
          "java.util.logging.",
          "sun.util.logging.",
          "java.lang.management.",
          "javax.management.",
          "sun.management.",
          "javax.net.",
          "sun.security.ssl.",
          "java.net.http.",
          "java.sql.",
          "java.nio.file.");

  @TempDir Path folder;

  @Test
  void touchesNothingThatApplicationsSetUp() throws Exception {
    assertNothingOfTheirsIsLoaded();
  }

  @Test
  void touchesNothingThatApplicationsSetUpToReadItsKey() throws Exception {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

    assertNothingOfTheirsIsLoaded("-Dexecutor.fingerprint.key-file=" + key);
  }

  @Test
  void touchesNothingThatApplicationsSetUpToFindExtensions() throws Exception {
    Path extensions = Files.createDirectory(folder.resolve("extensions"));

    assertNothingOfTheirsIsLoaded("-Dexecutor.extensions.dir=" + extensions);
  }

  private void assertNothingOfTheirsIsLoaded(String... configuration) throws Exception {
    Set<String> without = loaded("without", configuration);
    Set<String> with =
        loaded(
            "with",
            Stream.concat(Stream.of(configuration), Stream.of(AgentJar.javaagent()))
                .toArray(String[]::new));

    assertThat(with).anyMatch(name -> name.startsWith("io.executoraccounting.agent."));
    with.removeAll(without);
    with.removeIf(name -> NOT_OURS.stream().noneMatch(name::startsWith));
    assertThat(with).isEmpty();
  }

  /** By the main thread alone: what the agent's own thread needs is nobody's business. */
  private Set<String> loaded(String name, String... options)
      throws IOException, InterruptedException {
    // In a jar, as applications are: to read jars the JDK itself needs its file system.
    Path application = TestJar.write(folder.resolve(name + ".jar"), "Main-Class", Quiet.class);
    ForkedJvm jvm = new ForkedJvm(folder.resolve(name)).with("-Xlog:class+load:file=classes:tid");
    assertThat(jvm.with(options).runJar(application.toFile()).out()).isEqualTo("ran\n");
    List<String> lines = Files.readAllLines(folder.resolve(name).resolve("classes"));
    String mainThread = lines.get(0).replaceFirst("\\].*", "]");
    return lines.stream()
        .filter(line -> line.startsWith(mainThread))
        .map(line -> line.substring(mainThread.length() + 1).replaceFirst(" .*", ""))
        .collect(Collectors.toSet());
  }
}
