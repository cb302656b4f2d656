/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param head request line and headers, up to and with the empty line
 * @param body as sent: with chunk sizes where it is chunked
 */
public record RawRequest(String head, String body) {
  /** Null at the end of the connection. */
  static @Nullable RawRequest read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!endsWith(head, "\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    RawRequest request = new RawRequest(head.toString(ISO_8859_1), "");
    String length = request.header("Content-Length");
    if (length != null) {
      byte[] body = in.readNBytes(Integer.parseInt(length));
      return new RawRequest(request.head(), new String(body, ISO_8859_1));
    }
    return request.header("Transfer-Encoding") == null
        ? request
        : new RawRequest(request.head(), readChunks(in));
  }

  private static String readChunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (!endsWith(body, "0\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("in the middle of a chunked body");
      }
      body.write(next);
    }
    return body.toString(ISO_8859_1);
  }

  private static boolean endsWith(ByteArrayOutputStream bytes, String end) {
    return bytes.toString(ISO_8859_1).endsWith(end);
  }

  /** Method and target, as in {@code GET /a?b=c}. */
  public String line() {
    return head.substring(0, head.indexOf(" HTTP/"));
  }

  /** The first value of that header; null if it is absent. */
  public @Nullable String header(String name) {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).trim();
      }
    }
    return null;
  }
}
