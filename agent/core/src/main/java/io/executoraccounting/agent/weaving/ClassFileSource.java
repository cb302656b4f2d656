/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Class files by name, read and never loaded. Safe for use by many threads. */
@FunctionalInterface
public interface ClassFileSource {
  /**
   * @param binaryName for example {@code java.util.Map$Entry}
   * @return null where there is no such class file, or it cannot be read
   */
  byte @Nullable [] read(String binaryName);

  /**
   * What the loader, or its parents, hold as resources.
   *
   * @param loader null is the bootstrap loader
   */
  static ClassFileSource of(@Nullable ClassLoader loader) {
    return new ResourceClassFiles(loader);
  }

  /** Reads to the end; the caller closes. */
  static byte[] readAll(InputStream file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    int read = file.read(buffer);
    while (read >= 0) {
      bytes.write(buffer, 0, read);
      read = file.read(buffer);
    }
    return bytes.toByteArray();
  }
}
