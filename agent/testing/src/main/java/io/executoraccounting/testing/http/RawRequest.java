/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param head request line and headers, up to and with the empty line
 * @param body as sent: with chunk sizes where it is chunked
 */
public record RawRequest(String head, String body) {
  /**
   * Null at the end of the connection.
   *
   * @param out where a client that asks for leave to send its body is given it
   */
  static @Nullable RawRequest read(InputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!endsWith(head, "\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    RawRequest request = new RawRequest(head.toString(ISO_8859_1), "");
    if ("100-continue".equalsIgnoreCase(request.header("Expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
      out.flush();
    }
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
    StringBuilder body = new StringBuilder();
    int length = -1;
    while (length != 0) {
      String size = readLine(in);
      length = Integer.parseInt(size.trim(), 16);
      body.append(size).append(new String(in.readNBytes(length), ISO_8859_1));
      body.append(readLine(in));
    }
    return body.toString();
  }

  /** With its line end. */
  private static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (!endsWith(line, "\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("in the middle of a chunked body");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1);
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
