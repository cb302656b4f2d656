/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** A JVM that attaching can find. */
final class ListedJvm {
  private final String pid;
  private final String main;

  private ListedJvm(String pid, String main) {
    this.pid = pid;
    this.main = main;
  }

  /** All but this one. */
  static List<ListedJvm> others() {
    String own = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("@.*", "");
    List<ListedJvm> found = new ArrayList<>();
    for (Object descriptor : AttachApi.list()) {
      String pid = AttachApi.text(descriptor, "id");
      if (!pid.equals(own)) {
        found.add(new ListedJvm(pid, mainAlone(AttachApi.text(descriptor, "displayName"))));
      }
    }
    return found;
  }

  /** Without the arguments that follow: people pass secrets there. */
  private static String mainAlone(String commandLine) {
    return commandLine.trim().replaceFirst("\\s.*", "");
  }

  String pid() {
    return pid;
  }

  String main() {
    return main;
  }
}
