/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.spi.Access;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** What request methods mean: RFC 9110 s9, RFC 5789, and WebDAV's RFC 4918, 3253 and 5323. */
final class HttpMethod {
  /** What stands for a method outside of the known set, OpenTelemetry semconv 1.45. */
  static final String OTHER = "_OTHER";

  private static final Set<String> KNOWN =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")));

  private static final int MAX_LENGTH = 32;

  private HttpMethod() {}

  static boolean isKnown(String method) {
    return KNOWN.contains(method);
  }

  /** The method where it is spelled like one, so that no other text passes for it. */
  static String named(String method) {
    if (method.isEmpty() || method.length() > MAX_LENGTH) {
      return OTHER;
    }
    for (int i = 0; i < method.length(); i++) {
      char c = method.charAt(i);
      if ((c < 'A' || c > 'Z') && c != '-' && c != '_') {
        return OTHER;
      }
    }
    return method;
  }

  static Access access(String method) {
    switch (method) {
      case "GET":
      case "HEAD":
      case "OPTIONS":
      case "TRACE":
      case "QUERY":
      case "PROPFIND":
      case "REPORT":
      case "SEARCH":
        return Access.READ;
      case "POST":
      case "PUT":
      case "PATCH":
      case "PROPPATCH":
      case "MKCOL":
      case "COPY":
      case "MOVE":
      case "LOCK":
      case "UNLOCK":
        return Access.WRITE;
      case "DELETE":
        return Access.DELETE;
      default:
        return Access.UNKNOWN;
    }
  }
}
