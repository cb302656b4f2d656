/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A body that came compressed and is handed on so: RFC 1952, its first member. */
final class GzipScanner implements MessageScanner {
  private static final int FIXED = 10;
  private static final int FLAGS = 3;
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final MessageScanner content;
  private final Inflater inflater = new Inflater(true);
  private final byte[] inflated = new byte[2048];
  private int inflatedInAll;
  private int position;
  private int flags;
  private int extraDue;

  GzipScanner(MessageScanner content) {
    this.content = content;
  }

  @Override
  public void scan(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int to = offset + length;
    while (at < to && inHeader()) {
      header(bytes[at++] & 0xff);
    }
    if (at < to && !content.isComplete()) {
      inflate(bytes, at, to - at);
    }
  }

  private boolean inHeader() {
    return position < FIXED || (flags & (EXTRA | NAME | COMMENT | CHECKSUM)) != 0;
  }

  /** Each part that the flags announce is over when its flag is taken down. */
  private void header(int b) throws IOException {
    if (position < FIXED) {
      fixed(b);
    } else if ((flags & EXTRA) != 0) {
      extra(b);
    } else if ((flags & NAME) != 0) {
      flags &= b == 0 ? ~NAME : ~0;
    } else if ((flags & COMMENT) != 0) {
      flags &= b == 0 ? ~COMMENT : ~0;
    } else if (++extraDue == 2) {
      flags &= ~CHECKSUM;
    }
  }

  private void fixed(int b) throws IOException {
    if (position == 0 && b != 0x1f || position == 1 && b != 0x8b || position == 2 && b != 8) {
      throw new IOException("not gzip");
    }
    if (position == FLAGS) {
      flags = b & (EXTRA | NAME | COMMENT | CHECKSUM);
    }
    position++;
  }

  private void extra(int b) {
    if (position < FIXED + 2) {
      extraDue |= b << 8 * (position++ - FIXED);
    } else {
      extraDue--;
    }
    if (position == FIXED + 2 && extraDue == 0) {
      flags &= ~EXTRA;
    }
  }

  private void inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      inflater.setInput(bytes, offset, length);
      for (int got = inflater.inflate(inflated);
          got > 0 && !content.isComplete();
          got = inflater.inflate(inflated)) {
        inflatedInAll += got;
        if (inflatedInAll > MAX_LENGTH) {
          throw new IOException("longer than what is read");
        }
        content.scan(inflated, 0, got);
      }
    } catch (DataFormatException e) {
      throw new IOException("not gzip");
    }
  }

  @Override
  public boolean isComplete() {
    return content.isComplete();
  }

  @Override
  public void end() throws IOException {
    content.end();
  }

  @Override
  public void close() {
    java.util.Arrays.fill(inflated, (byte) 0);
    inflater.end();
    content.close();
  }
}
