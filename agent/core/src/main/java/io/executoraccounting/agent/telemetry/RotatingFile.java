/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that whole lines are appended to, and that makes room by renaming. Made, with its
 * directory, when the first lines come. Used by one thread.
 */
final class RotatingFile {
  private final File path;
  private final long maxBytes;
  private final int maxFiles;
  private @Nullable RandomAccessFile open;

  RotatingFile(File path, long maxBytes, int maxFiles) {
    this.path = path;
    this.maxBytes = maxBytes;
    this.maxFiles = maxFiles;
  }

  /**
   * Appends all of it or, where that fails, none of it as far as the file system lets us.
   *
   * @throws IOException if it is not there now; the next call begins afresh
   */
  void append(byte[] lines) throws IOException {
    RandomAccessFile file = current();
    long size = file.length();
    if (size > 0 && size + lines.length > maxBytes) {
      rotate();
      file = current();
      size = file.length();
    }
    try {
      file.seek(size);
      file.write(lines);
    } catch (IOException e) {
      takeBack(file, size);
      throw e;
    }
  }

  /** The open file; another one if somebody has moved it away meanwhile. */
  private RandomAccessFile current() throws IOException {
    RandomAccessFile file = open;
    if (file != null && path.exists()) {
      return file;
    }
    close();
    File directory = path.getAbsoluteFile().getParentFile();
    if (directory != null && !directory.isDirectory() && !directory.mkdirs()) {
      throw new IOException("its directory cannot be made");
    }
    file = new RandomAccessFile(path, "rw");
    open = file;
    return file;
  }

  /** What a full disk took of a line would spoil the file for whoever reads it. */
  private void takeBack(RandomAccessFile file, long size) {
    try {
      file.setLength(size);
    } catch (IOException e) {
      // Not a regular file; there is nothing to take back from.
    }
    close();
  }

  private void rotate() throws IOException {
    close();
    for (int i = maxFiles - 1; i >= 0; i--) {
      File from = numbered(i);
      if (!from.exists()) {
        continue;
      }
      boolean moved = i == maxFiles - 1 ? from.delete() : from.renameTo(numbered(i + 1));
      if (!moved) {
        throw new IOException("a full file cannot be moved out of the way");
      }
    }
  }

  /** The file itself for 0; {@code records.1.jsonl} is the newest of the full ones. */
  private File numbered(int number) {
    String name = path.getName();
    int dot = name.lastIndexOf('.');
    if (number == 0) {
      return path;
    }
    String full =
        dot < 1 ? name + "." + number : name.substring(0, dot) + "." + number + name.substring(dot);
    return new File(path.getAbsoluteFile().getParentFile(), full);
  }

  void close() {
    RandomAccessFile file = open;
    open = null;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        // Everything was written with the write itself; closing has nothing to lose.
      }
    }
  }
}
