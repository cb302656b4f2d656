/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.spi.HeaderSource;
import java.lang.invoke.MethodHandle;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the client's classes hold, of Java 11 to 25. They are read as objects, since this module
 * runs on Java 8 too; nothing that is called here does more than return what is there.
 */
final class ClientInternals {
  private static final InternalMembers MEMBERS = new InternalMembers();

  private static final MethodHandle REQUEST_OF_CALL = MEMBERS.field("MultiExchange", "request");
  private static final MethodHandle REQUEST_OF_EXCHANGE = MEMBERS.field("Exchange", "request");
  private static final MethodHandle CALL_OF_EXCHANGE = MEMBERS.field("Exchange", "multi");
  private static final MethodHandle METHOD = MEMBERS.method("HttpRequestImpl", "method");
  private static final MethodHandle URI_OF_REQUEST = MEMBERS.method("HttpRequestImpl", "uri");
  private static final MethodHandle USER_HEADERS = MEMBERS.method("HttpRequestImpl", "headers");
  private static final MethodHandle SYSTEM_HEADERS =
      MEMBERS.method("HttpRequestImpl", "getSystemHeadersBuilder");
  private static final MethodHandle USER_MAP = MEMBERS.mapOf("java.net.http.HttpHeaders");
  private static final MethodHandle SYSTEM_MAP =
      MEMBERS.mapOf("jdk.internal.net.http.common.HttpHeadersBuilder");
  private static final MethodHandle RESPONSE_HEADERS = MEMBERS.method("Response", "headers");
  private static final MethodHandle STATUS = MEMBERS.method("Response", "statusCode");
  private static final MethodHandle VERSION = MEMBERS.method("Response", "version");

  private ClientInternals() {}

  static Object requestOfCall(Object multiExchange) {
    return read(REQUEST_OF_CALL, multiExchange);
  }

  static Object requestOfExchange(Object exchange) {
    return read(REQUEST_OF_EXCHANGE, exchange);
  }

  static Object callOfExchange(Object exchange) {
    return read(CALL_OF_EXCHANGE, exchange);
  }

  static String method(Object request) {
    return (String) read(METHOD, request);
  }

  static URI uri(Object request) {
    return (URI) read(URI_OF_REQUEST, request);
  }

  /** The application's own headers win over those that the client adds, as on the wire. */
  static HeaderSource requestHeaders(Object request) {
    Object own = read(USER_MAP, read(USER_HEADERS, request));
    Object added = read(SYSTEM_MAP, read(SYSTEM_HEADERS, request));
    return new HeaderMaps((Map<?, ?>) own, (Map<?, ?>) added);
  }

  static HeaderSource responseHeaders(Object response) {
    Object headers = read(USER_MAP, read(RESPONSE_HEADERS, response));
    return new HeaderMaps((Map<?, ?>) headers, Collections.emptyMap());
  }

  static int status(Object response) {
    return (Integer) read(STATUS, response);
  }

  /** {@code network.protocol.version} of a {@code HttpClient.Version}; null if there is none. */
  static @Nullable String protocolVersion(Object response) {
    switch (((Enum<?>) read(VERSION, response)).name()) {
      case "HTTP_1_1":
        return "1.1";
      case "HTTP_2":
        return "2";
      case "HTTP_3":
        return "3";
      default:
        return null;
    }
  }

  static Object read(MethodHandle member, Object of) {
    try {
      return member.invokeExact(of);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("request could not be read", e);
    }
  }
}
