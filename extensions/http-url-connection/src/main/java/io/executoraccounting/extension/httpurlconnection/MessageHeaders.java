/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import io.executoraccounting.spi.HeaderSource;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers as {@code sun.net.www.MessageHeader} holds them. The public methods of a connection
 * hide {@code Authorization} by design, and fail once it is connected. Each look-up enters the
 * monitor of the connection's own header object, which no other thread contends for.
 */
final class MessageHeaders implements HeaderSource {
  private static final MethodHandle REQUESTS;
  private static final MethodHandle FIND_VALUE;
  private static final MethodHandle KEY_AT;
  private static final MethodHandle VALUE_AT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Field requests =
          Class.forName("sun.net.www.protocol.http.HttpURLConnection", false, null)
              .getDeclaredField("requests");
      requests.setAccessible(true);
      Class<?> headers = requests.getType();
      REQUESTS =
          lookup
              .unreflectGetter(requests)
              .asType(MethodType.methodType(Object.class, HttpURLConnection.class));
      FIND_VALUE = method(lookup, headers.getMethod("findValue", String.class));
      KEY_AT = method(lookup, headers.getMethod("getKey", int.class));
      VALUE_AT = method(lookup, headers.getMethod("getValue", int.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("not the HttpURLConnection of Java 8 to 25", e);
    }
  }

  private final Object headers;

  private MessageHeaders(Object headers) {
    this.headers = headers;
  }

  static HeaderSource ofRequest(HttpURLConnection connection) {
    Object headers;
    try {
      headers = REQUESTS.invokeExact(connection);
    } catch (Throwable e) {
      throw unexpected(e);
    }
    return headers == null ? name -> null : new MessageHeaders(headers);
  }

  /**
   * @param headers a response's {@code MessageHeader}
   */
  static HeaderSource ofResponse(Object headers) {
    return new MessageHeaders(headers);
  }

  @Override
  public @Nullable String get(String name) {
    try {
      return (String) FIND_VALUE.invoke(headers, name);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  public List<String> all(String name) {
    List<String> all = new ArrayList<>();
    try {
      String key = (String) KEY_AT.invoke(headers, 0);
      String value = (String) VALUE_AT.invoke(headers, 0);
      // The first line has a key alone in a request, and a value alone in a response.
      for (int i = 1; key != null || value != null; i++) {
        if (name.equalsIgnoreCase(key) && value != null) {
          all.add(value);
        }
        key = (String) KEY_AT.invoke(headers, i);
        value = (String) VALUE_AT.invoke(headers, i);
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
    return all;
  }

  /** Whether what was written last is the CONNECT that asks a proxy for a tunnel. */
  static boolean isTunnelRequest(HttpURLConnection connection) {
    try {
      Object headers = REQUESTS.invokeExact(connection);
      String requestLine = headers == null ? null : (String) KEY_AT.invoke(headers, 0);
      return requestLine != null && requestLine.startsWith("CONNECT ");
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The status of a response's first line, such as {@code HTTP/1.1 200 OK}; 0 if it has none. */
  static int status(Object responseHeaders) {
    String line;
    try {
      line = (String) VALUE_AT.invoke(responseHeaders, 0);
    } catch (Throwable e) {
      throw unexpected(e);
    }
    int start = line == null || !line.startsWith("HTTP/") ? -1 : line.indexOf(' ');
    if (line == null || start < 0 || line.length() < start + 4) {
      return 0;
    }
    int status = 0;
    for (int i = start + 1; i < start + 4; i++) {
      int digit = Character.digit(line.charAt(i), 10);
      if (digit < 0) {
        return 0;
      }
      status = status * 10 + digit;
    }
    return status;
  }

  private static MethodHandle method(MethodHandles.Lookup lookup, Method method)
      throws IllegalAccessException {
    method.setAccessible(true);
    MethodHandle handle = lookup.unreflect(method);
    return handle.asType(handle.type().changeParameterType(0, Object.class));
  }

  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return new IllegalStateException("headers could not be read", thrown);
  }
}
