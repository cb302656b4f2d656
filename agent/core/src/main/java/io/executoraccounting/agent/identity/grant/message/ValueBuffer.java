/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of the value that is being read. They may be a secret, so that none is left behind. */
final class ValueBuffer {
  private static final int FIRST = 256;

  private byte[] bytes = new byte[0];
  private int length;
  private int limit;
  private boolean overlong;

  /** Begins a value of so many bytes at most; of one of 0 nothing is kept. */
  void begin(int limit) {
    wipe();
    this.limit = limit;
  }

  boolean isWanted() {
    return limit > 0;
  }

  boolean isOverlong() {
    return overlong;
  }

  void add(int value) {
    if (limit == 0 || overlong) {
      return;
    }
    if (length == limit) {
      Arrays.fill(bytes, 0, length, (byte) 0);
      length = 0;
      overlong = true;
      return;
    }
    if (length == bytes.length) {
      byte[] more = Arrays.copyOf(bytes, Math.min(limit, Math.max(FIRST, length * 2)));
      Arrays.fill(bytes, (byte) 0);
      bytes = more;
    }
    bytes[length++] = (byte) value;
  }

  /**
   * The value, which is wiped.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  String take() throws CharacterCodingException {
    CharBuffer text = null;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return text.toString();
    } finally {
      if (text != null) {
        Arrays.fill(text.array(), '\0');
      }
      wipe();
    }
  }

  void wipe() {
    Arrays.fill(bytes, 0, length, (byte) 0);
    length = 0;
    limit = 0;
    overlong = false;
  }
}
