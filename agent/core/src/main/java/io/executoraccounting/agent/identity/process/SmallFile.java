/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import io.executoraccounting.agent.identity.BoundedRead;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a file that may hold a secret; they are overwritten when it is closed. */
final class SmallFile implements AutoCloseable {
  private static final int MAX_BYTES = 64 * 1024;

  private final byte[] bytes;
  private final int length;

  private SmallFile(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** Null if it is not there, may not be read, or has more than 64 KiB. Never throws. */
  static @Nullable SmallFile read(File file) {
    byte[] bytes = new byte[MAX_BYTES + 1];
    int length;
    try (InputStream in = new FileInputStream(file)) {
      length = BoundedRead.fill(in, bytes);
    } catch (IOException | SecurityException e) {
      length = bytes.length;
    }
    if (length > MAX_BYTES) {
      Arrays.fill(bytes, (byte) 0);
      return null;
    }
    return new SmallFile(bytes, length);
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** As characters of one byte each: for PEM, tokens and other ASCII. */
  String ascii() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).trim();
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
