/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** The key that services share. For the agent's own thread: it reads a file. */
public final class FingerprintKey {
  private FingerprintKey() {}

  /**
   * A fingerprinter with the key in that file.
   *
   * @throws IOException if the file cannot be read, has another length than {@value
   *     Fingerprinter#KEY_LENGTH} bytes, or others than its owner may read it; the message says
   *     which, and what to do
   */
  public static Fingerprinter read(File file) throws IOException {
    Path path = file.toPath();
    refuseIfShared(path);
    byte[] key = new byte[Fingerprinter.KEY_LENGTH + 1];
    int length = 0;
    try (InputStream in = Files.newInputStream(path)) {
      int read = in.read(key);
      while (read > 0 && length + read < key.length) {
        length += read;
        read = in.read(key, length, key.length - length);
      }
      length += Math.max(read, 0);
    }
    if (length != Fingerprinter.KEY_LENGTH) {
      throw new IOException(
          path + " does not hold " + Fingerprinter.KEY_LENGTH + " bytes; write a random key to it");
    }
    byte[] exact = Arrays.copyOf(key, Fingerprinter.KEY_LENGTH);
    Arrays.fill(key, (byte) 0);
    try {
      return new Fingerprinter(exact);
    } finally {
      Arrays.fill(exact, (byte) 0);
    }
  }

  /** File systems without POSIX permissions have no way to say; there the file is taken. */
  private static void refuseIfShared(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(path + " may be read or written by others; chmod 600 it");
    }
  }
}
