/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON or XML, compressed or not, as the first byte shows: media types are not to be relied on. */
public final class ResponseScanner implements MessageScanner {
  private static final int GZIP = 0x1f;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Fields fields;
  private final boolean compressed;
  private @Nullable MessageScanner scanner;

  public ResponseScanner(Fields fields) {
    this(fields, false);
  }

  private ResponseScanner(Fields fields, boolean compressed) {
    this.fields = fields;
    this.compressed = compressed;
  }

  @Override
  public void scan(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int to = offset + length;
    while (scanner == null && at < to) {
      scanner = scannerOf(bytes[at]);
      at += scanner == null ? 1 : 0;
    }
    if (scanner != null && at < to) {
      scanner.scan(bytes, at, to - at);
    }
  }

  private @Nullable MessageScanner scannerOf(byte first) throws IOException {
    if (first == '{') {
      return new JsonScanner(fields);
    }
    if (first == '<') {
      return new XmlScanner(fields);
    }
    if (first == GZIP && !compressed) {
      return new GzipScanner(new ResponseScanner(fields, true));
    }
    boolean skipped =
        first == ' ' || first == '\t' || first == '\r' || first == '\n' || isMark(first);
    if (skipped) {
      return null;
    }
    throw new IOException("neither JSON nor XML");
  }

  private static boolean isMark(byte b) {
    return b == MARK[0] || b == MARK[1] || b == MARK[2];
  }

  @Override
  public boolean isComplete() {
    return scanner != null && scanner.isComplete();
  }

  @Override
  public void end() throws IOException {
    if (scanner == null) {
      throw new IOException("empty");
    }
    scanner.end();
  }

  @Override
  public void close() {
    if (scanner != null) {
      scanner.close();
    }
  }
}
