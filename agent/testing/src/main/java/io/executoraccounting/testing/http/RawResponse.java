/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What the server answers with.
 *
 * @param status 0 closes the connection without an answer
 * @param headers lines, each with its line end
 */
public record RawResponse(int status, String headers, String body) {
  public static final RawResponse NONE = new RawResponse(0, "", "");

  public static RawResponse of(int status) {
    return new RawResponse(status, "", "");
  }

  public RawResponse with(String name, String value) {
    return new RawResponse(status, headers + name + ": " + value + "\r\n", body);
  }

  public RawResponse withStatus(int status) {
    return new RawResponse(status, headers, body);
  }

  public RawResponse withBody(String body) {
    return new RawResponse(status, headers, body);
  }

  /**
   * @param size of each chunk, in characters
   */
  public RawResponse withChunks(String whole, int size) {
    StringBuilder chunks = new StringBuilder();
    for (int start = 0; start < whole.length(); start += size) {
      String chunk = whole.substring(start, Math.min(start + size, whole.length()));
      chunks.append(Integer.toHexString(chunk.length())).append("\r\n");
      chunks.append(chunk).append("\r\n");
    }
    return with("Transfer-Encoding", "chunked").withBody(chunks + "0\r\n\r\n");
  }

  /** Whether nothing follows this response on its connection. */
  boolean isLast() {
    return status == 0 || headers.contains("Connection: close") || length() > body.length();
  }

  /** Says how long the body is, unless its headers do. */
  void write(OutputStream out) throws IOException {
    String head = "HTTP/1.1 " + status + " Told\r\n" + headers;
    boolean framed =
        status == 204
            || headers.contains("Transfer-Encoding:")
            || headers.contains("Content-Length:")
            || headers.contains("Connection: close");
    String length = framed ? "\r\n" : "Content-Length: " + body.length() + "\r\n\r\n";
    out.write((head + length + body).getBytes(ISO_8859_1));
    out.flush();
  }

  private int length() {
    int start = headers.indexOf("Content-Length: ");
    return start < 0
        ? body.length()
        : Integer.parseInt(
            headers.substring(start + "Content-Length: ".length(), headers.indexOf("\r", start)));
  }
}
