/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** Where a connection holds its request's body, and its streams hold the connection. */
final class BodyInternals {
  private static final String CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";
  private static final MethodHandle BUFFERED = field(CONNECTION, "poster");
  private static final MethodHandle OF_OUTPUT =
      field(CONNECTION + "$StreamingOutputStream", "this$0");
  private static final MethodHandle OF_INPUT = field(CONNECTION + "$HttpInputStream", "this$0");

  private BodyInternals() {}

  /** Null where the request has no body, or the application streams it. */
  static @Nullable ByteArrayOutputStream bufferedBody(HttpURLConnection connection) {
    return (ByteArrayOutputStream) read(BUFFERED, connection);
  }

  /**
   * @param stream what the application writes a request's body to
   */
  static HttpURLConnection ofOutput(Object stream) {
    return connection(OF_OUTPUT, stream);
  }

  /**
   * @param stream what the application reads a response's body from
   */
  static HttpURLConnection ofInput(Object stream) {
    return connection(OF_INPUT, stream);
  }

  private static HttpURLConnection connection(MethodHandle field, Object stream) {
    Object connection = read(field, stream);
    if (connection == null) {
      throw new IllegalStateException("a stream without its connection");
    }
    return (HttpURLConnection) connection;
  }

  private static @Nullable Object read(MethodHandle field, Object of) {
    try {
      return field.invokeExact(of);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("body could not be read", e);
    }
  }

  private static MethodHandle field(String type, String name) {
    try {
      Field field = Class.forName(type, false, null).getDeclaredField(name);
      field.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectGetter(field)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("not the HttpURLConnection of Java 8 to 25", e);
    }
  }
}
