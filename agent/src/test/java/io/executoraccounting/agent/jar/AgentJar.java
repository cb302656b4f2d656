/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The jar that the build made. */
final class AgentJar {
  static final File FILE = new File(System.getProperty("agent.jar"));
  static final String NESTED = "io/executoraccounting/bootstrap/isolated/";

  private AgentJar() {}

  static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(FILE)) {
      return jar.stream().map(JarEntry::getName).collect(Collectors.toList());
    }
  }

  /** What lies in the nested part, by the names under which other loaders would look for it. */
  static List<String> naturalNames() throws IOException {
    return entries().stream()
        .filter(name -> name.startsWith(NESTED))
        .map(name -> name.substring(NESTED.length()).replaceFirst("\\.classdata$", ".class"))
        .collect(Collectors.toList());
  }

  static String javaagent() {
    return "-javaagent:" + FILE;
  }
}
