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

  void write(OutputStream out) throws IOException {
    String head = "HTTP/1.1 " + status + " Told\r\n" + headers;
    String length = "Content-Length: " + body.length() + "\r\n\r\n";
    out.write((head + length + body).getBytes(ISO_8859_1));
    out.flush();
  }
}
