/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Responses of every shape in which a body may come. */
public enum BodyAnswer {
  SMALL(() -> RawResponse.of(200).withBody(BodyAnswer.json(1))),
  LARGE(() -> RawResponse.of(200).withBody(BodyAnswer.json(30_000))),
  EMPTY(() -> RawResponse.of(200)),
  NO_CONTENT(() -> RawResponse.of(204)),
  CHUNKED(() -> RawResponse.of(200).withChunks(BodyAnswer.json(2_000), 1_000)),
  UNTIL_CLOSE(() -> RawResponse.of(200).with("Connection", "close").withBody(BodyAnswer.json(3))),
  GZIP(
      () ->
          RawResponse.of(200)
              .with("Content-Encoding", "gzip")
              .withBody(BodyAnswer.zipped(BodyAnswer.json(1)))),
  CUT_OFF(() -> RawResponse.of(200).with("Content-Length", "4096").withBody("{\"a\":")),
  REFUSED(() -> RawResponse.of(400).withBody("{\"error\":\"invalid_grant\"}"));

  private final Supplier<RawResponse> response;

  BodyAnswer(Supplier<RawResponse> response) {
    this.response = response;
  }

  public RawResponse response() {
    return response.get();
  }

  /** Where a server with {@link #byPath} gives that answer. */
  public String path() {
    return "/token/" + name().toLowerCase(Locale.ROOT);
  }

  static RawResponse byPath(RawRequest request) {
    String path = request.line().substring(request.line().indexOf("/token/"));
    for (BodyAnswer answer : values()) {
      if (path.split("\\?", 2)[0].equals(answer.path())) {
        return answer.response();
      }
    }
    return RawResponse.of(404);
  }

  /**
   * @param entries about 35 bytes each
   */
  static String json(int entries) {
    StringBuilder text = new StringBuilder("{\"expires_in\":3600");
    for (int i = 0; i < entries; i++) {
      text.append(",\"field").append(i).append("\":\"abcdefghijklmnopqrst\"");
    }
    return text.append('}').toString();
  }

  static String zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(ISO_8859_1);
  }
}
