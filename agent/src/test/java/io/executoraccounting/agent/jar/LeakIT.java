/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.probe.Leaks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application can reach of the agent: bootstrap's package, and nothing else. */
class LeakIT {
  /** Whoever lists the machine's JVMs makes each print a date, which sets user.timezone there. */
  private static final String NOBODY_ATTACHES = "-XX:+DisableAttachMechanism";

  @TempDir Path folder;

  @Test
  void nothingIsReachableByAnApplication() throws Exception {
    Path names = Files.write(folder.resolve("names"), namesToLookFor());

    ForkedJvm.Result without =
        new ForkedJvm(folder.resolve("without"))
            .with(NOBODY_ATTACHES)
            .run(Leaks.class, names.toString());
    ForkedJvm.Result with =
        new ForkedJvm(folder.resolve("with"))
            .with(NOBODY_ATTACHES, AgentJar.javaagent())
            .run(Leaks.class, names.toString());

    assertThat(with.exitCode()).isZero();
    assertThat(with.out().lines().distinct())
        .noneMatch(line -> line.startsWith("LEAK"))
        .allMatch(line -> !line.contains("executoraccounting"))
        .isSubsetOf(with(without.out(), "thread loader null"));
  }

  /** The names inside the jar, and those the libraries had before they were moved. */
  private static List<String> namesToLookFor() throws Exception {
    List<String> names = new ArrayList<>();
    for (String name : AgentJar.naturalNames()) {
      names.add(name);
      if (name.contains("io/executoraccounting/shaded/")) {
        names.add(name.replace("io/executoraccounting/shaded/", ""));
      }
    }
    return names;
  }

  private static List<String> with(String lines, String more) {
    List<String> all = new ArrayList<>(lines.lines().toList());
    all.add(more);
    return all;
  }
}
