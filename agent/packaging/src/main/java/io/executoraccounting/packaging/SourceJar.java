/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** One jar that goes into the agent's: a module of ours or a library. */
final class SourceJar {
  private static final String OUR_CLASSES = "io/executoraccounting/";
  private static final String BOOTSTRAP = OUR_CLASSES + "bootstrap/";

  private final String name;
  private final Map<String, byte[]> entries;

  private SourceJar(String name, Map<String, byte[]> entries) {
    this.name = name;
    this.entries = entries;
  }

  static SourceJar read(Path file) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (Enumeration<JarEntry> each = jar.entries(); each.hasMoreElements(); ) {
        JarEntry entry = each.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            entries.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return new SourceJar(file.getFileName().toString().replaceFirst("\\.jar$", ""), entries);
  }

  /** Artifact and version, as its file is called. */
  String name() {
    return name;
  }

  Map<String, byte[]> entries() {
    return entries;
  }

  boolean isBootstrap() {
    return has(BOOTSTRAP);
  }

  boolean isOurs() {
    return has(OUR_CLASSES);
  }

  private boolean has(String folder) {
    return entries.keySet().stream().anyMatch(entry -> entry.startsWith(folder));
  }
}
