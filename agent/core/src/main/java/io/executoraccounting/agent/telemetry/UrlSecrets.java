/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/** Where URLs hold secrets: before the host, and behind the question mark. */
final class UrlSecrets {
  private UrlSecrets() {}

  static boolean in(String value) {
    int scheme = value.indexOf("://");
    while (scheme >= 0) {
      int from = scheme + 3;
      int end = from;
      while (end < value.length() && !endsAuthority(value.charAt(end))) {
        if (value.charAt(end) == '@') {
          return true;
        }
        end++;
      }
      if (hasQuery(value, end)) {
        return true;
      }
      scheme = value.indexOf("://", from);
    }
    // Oracle's thin driver has user/password before the @, and others follow it.
    return value.startsWith("jdbc:") && value.indexOf('@') >= 0;
  }

  private static boolean hasQuery(String value, int from) {
    int at = value.indexOf('?', from);
    return at >= 0 && at + 1 < value.length();
  }

  private static boolean endsAuthority(char c) {
    return c == '/' || c == '?' || c == '#' || c == ' ' || c == ',' || c == '"';
  }
}
