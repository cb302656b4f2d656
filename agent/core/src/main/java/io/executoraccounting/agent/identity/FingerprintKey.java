/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/**
 * The key that services share. It is read in two steps, because permissions are told by {@code
 * java.nio.file} alone, which must not be touched before the application's main method.
 */
public final class FingerprintKey {
  private FingerprintKey() {}

  /**
   * A fingerprinter with the key in that file. Nothing that it gives may leave before {@link
   * #refuseIfShared} has returned.
   *
   * @throws IOException if the file cannot be read or has another length than {@value
   *     Fingerprinter#KEY_LENGTH} bytes; the message says which, and what to do
   */
  public static Fingerprinter read(File file) throws IOException {
    byte[] key = new byte[Fingerprinter.KEY_LENGTH + 1];
    int length;
    try (InputStream in = new FileInputStream(file)) {
      length = BoundedRead.fill(in, key);
    }
    if (length != Fingerprinter.KEY_LENGTH) {
      throw new IOException(
          file + " does not hold " + Fingerprinter.KEY_LENGTH + " bytes; write a random key to it");
    }
    byte[] exact = Arrays.copyOf(key, Fingerprinter.KEY_LENGTH);
    Arrays.fill(key, (byte) 0);
    try {
      return new Fingerprinter(exact);
    } finally {
      Arrays.fill(exact, (byte) 0);
    }
  }

  /**
   * For the agent's own thread. File systems without POSIX permissions have no way to say; there
   * the file is taken.
   *
   * @throws IOException if others than its owner may read or write it; the message says what to do
   */
  public static void refuseIfShared(File file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file.toPath(), PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(file + " may be read or written by others; chmod 600 it");
    }
  }
}
