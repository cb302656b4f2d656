/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import io.executoraccounting.agent.identity.BoundedRead;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** A key set in a file, which nobody but its owner may have written. */
final class KeyFile implements KeySource {
  private final File file;

  KeyFile(File file) {
    this.file = file;
  }

  @Override
  public byte[] read() throws IOException {
    refuseIfWritable();
    try (InputStream in = new FileInputStream(file)) {
      return limited(in);
    }
  }

  private void refuseIfWritable() throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file.toPath(), PosixFileAttributeView.class);
    if (view == null || !file.exists()) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(file + " may be written by others; chmod go-w it");
    }
  }

  /** All of it, within the limit. */
  static byte[] limited(InputStream in) throws IOException {
    byte[] bytes = new byte[MAX_BYTES + 1];
    int length = BoundedRead.fill(in, bytes);
    if (length > MAX_BYTES) {
      throw new IOException("it is larger than 256 KiB");
    }
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public void cancel() {
    // A file does not keep its reader waiting.
  }
}
