/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What will be in the jar, sorted, so that the same content is the same file. */
final class JarContent {
  private final Map<String, byte[]> entries = new TreeMap<>();

  /**
   * @throws IllegalStateException if two parts bring the same entry with different content
   */
  void add(String name, byte[] bytes) {
    byte[] before = entries.putIfAbsent(name, bytes);
    if (before != null && !Arrays.equals(before, bytes)) {
      throw new IllegalStateException(name + " comes twice, with different content");
    }
  }

  /** Adds lines to a service file; each provider once. */
  void addLines(String name, String lines) {
    byte[] before = entries.getOrDefault(name, new byte[0]);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(before);
    joined.writeBytes(lines.getBytes(UTF_8));
    entries.put(name, joined.toByteArray());
  }

  void write(Path target, LocalDateTime entryTime) throws IOException {
    Path written = target.resolveSibling(target.getFileName() + ".tmp");
    try (OutputStream out = Files.newOutputStream(written);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      // The manifest comes first: java.util.jar.JarInputStream looks nowhere else.
      put(zip, JarFile.MANIFEST_NAME, entryTime);
      for (String name : entries.keySet()) {
        if (!name.equals(JarFile.MANIFEST_NAME)) {
          put(zip, name, entryTime);
        }
      }
    }
    Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private void put(ZipOutputStream zip, String name, LocalDateTime entryTime) throws IOException {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new IllegalStateException(name + " is missing");
    }
    ZipEntry entry = new ZipEntry(name);
    // Local time, not an instant: zip times have no zone, and builders live in many.
    entry.setTimeLocal(entryTime);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
