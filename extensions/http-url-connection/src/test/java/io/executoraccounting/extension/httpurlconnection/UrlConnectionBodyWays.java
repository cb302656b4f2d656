/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static io.executoraccounting.testing.http.BodyWay.partial;
import static io.executoraccounting.testing.http.BodyWay.whole;

import io.executoraccounting.testing.http.BodyWay;
import io.executoraccounting.testing.http.BodyWays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** How a connection's two streams may be used. */
public class UrlConnectionBodyWays implements BodyWays {
  @Override
  public List<BodyWay> ways() {
    return List.of(
        whole("buffered", (uri, body) -> readAll(post(open(uri), body))),
        whole("byte by byte", UrlConnectionBodyWays::byteByByte),
        whole("fixed length", (uri, body) -> readAll(post(fixedLength(uri, body.length), body))),
        whole("chunked", (uri, body) -> readAll(post(chunked(uri), body))),
        whole("expecting leave", UrlConnectionBodyWays::expectingLeave),
        whole("going back", UrlConnectionBodyWays::goingBack),
        partial("skipping", UrlConnectionBodyWays::skipping),
        partial("head alone", UrlConnectionBodyWays::headAlone),
        partial("one byte", UrlConnectionBodyWays::oneByte),
        partial("throwing", (uri, body) -> post(open(uri), body).getInputStream().readAllBytes()),
        partial("written too short", (uri, b) -> readAll(post(fixedLength(uri, b.length + 1), b))),
        partial("written too long", (uri, b) -> readAll(post(fixedLength(uri, 1), b))),
        partial("reading when closed", UrlConnectionBodyWays::readingWhenClosed));
  }

  private static byte[] byteByByte(URI uri, byte[] body) throws IOException {
    HttpURLConnection connection = chunked(uri);
    try (OutputStream out = connection.getOutputStream()) {
      for (byte each : body) {
        out.write(each);
      }
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in = body(connection)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        read.write(next);
      }
    }
    return read.toByteArray();
  }

  private static byte[] expectingLeave(URI uri, byte[] body) throws IOException {
    HttpURLConnection connection = fixedLength(uri, body.length);
    connection.setRequestProperty("Expect", "100-continue");
    return readAll(post(connection, body));
  }

  /** Where the JDK's stream can go back: it depends on the response. */
  private static byte[] goingBack(URI uri, byte[] body) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in = body(post(open(uri), body))) {
      byte[] part = new byte[7];
      in.mark(64);
      int length = in.read(part);
      if (in.markSupported() && length > 0) {
        in.reset();
        length = in.read(part);
      }
      while (length >= 0) {
        read.write(part, 0, length);
        length = in.read(part);
      }
    }
    return read.toByteArray();
  }

  private static byte[] skipping(URI uri, byte[] body) throws IOException {
    try (InputStream in = body(post(open(uri), body))) {
      in.skip(3);
      return new byte[] {(byte) in.available(), (byte) in.read(), (byte) in.skip(Long.MAX_VALUE)};
    }
  }

  private static byte[] headAlone(URI uri, byte[] body) throws IOException {
    HttpURLConnection connection = post(open(uri), body);
    byte[] status = {(byte) connection.getResponseCode()};
    connection.disconnect();
    return status;
  }

  private static byte[] oneByte(URI uri, byte[] body) throws IOException {
    try (InputStream in = body(post(open(uri), body))) {
      return new byte[] {(byte) in.read()};
    }
  }

  private static byte[] readingWhenClosed(URI uri, byte[] body) throws IOException {
    InputStream in = body(post(open(uri), body));
    in.close();
    return in.readAllBytes();
  }

  private static HttpURLConnection open(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setDoOutput(true);
    return connection;
  }

  private static HttpURLConnection fixedLength(URI uri, int length) throws IOException {
    HttpURLConnection connection = open(uri);
    connection.setFixedLengthStreamingMode(length);
    return connection;
  }

  private static HttpURLConnection chunked(URI uri) throws IOException {
    HttpURLConnection connection = open(uri);
    connection.setChunkedStreamingMode(16);
    return connection;
  }

  /** In two parts, out of the middle of an array. */
  private static HttpURLConnection post(HttpURLConnection connection, byte[] body)
      throws IOException {
    byte[] padded = Arrays.copyOf(body, body.length + 1);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(padded, 0, 1);
      out.write(padded, 1, body.length - 1);
    }
    return connection;
  }

  private static byte[] readAll(HttpURLConnection connection) throws IOException {
    try (InputStream in = body(connection)) {
      return in.readAllBytes();
    }
  }

  private static InputStream body(HttpURLConnection connection) throws IOException {
    InputStream errors = connection.getResponseCode() < 400 ? null : connection.getErrorStream();
    return errors == null ? connection.getInputStream() : errors;
  }
}
