/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.io.IOException;
import java.io.InputStream;

/** Reads no more than there is room for. */
public final class BoundedRead {
  private BoundedRead() {}

  /**
   * Fills the room as far as there are bytes.
   *
   * @return how many there are; all of the room where there may be more
   */
  public static int fill(InputStream in, byte[] room) throws IOException {
    int length = 0;
    int read = in.read(room);
    while (read > 0) {
      length += read;
      read = in.read(room, length, room.length - length);
    }
    return length;
  }
}
