/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What secrets look like whose makers gave them a shape. */
final class SecretShapes {
  /** Schemes of the Authorization header that a token follows. */
  private static final String[] SCHEMES = {"bearer", "dpop", "negotiate"};

  private static final String[] BASIC = {"basic"};

  /** Names that a value follows which nobody may see. */
  private static final String[] ASSIGNMENTS = {
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "api_key",
    "apikey",
    "accountkey",
    "sharedaccesskey",
    "sig",
    "signature",
    "assertion",
    "private_key",
    "accesskey"
  };

  private SecretShapes() {}

  static boolean in(String value) {
    return TokenPrefix.anyIn(value)
        || value.contains("-----BEGIN") // PEM, RFC 7468
        || hasCredentials(value)
        || AwsSecret.in(value);
  }

  /** Each name and scheme ends with the character that is looked for. */
  private static boolean hasCredentials(String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      boolean found =
          (c == '=' && endsWithAny(value, at, ASSIGNMENTS) && at + 1 < value.length())
              || (c == ' ' && endsWithAny(value, at, SCHEMES) && tokenLength(value, at + 1) >= 8)
              || (c == ' ' && endsWithAny(value, at, BASIC) && isUserAndPassword(value, at + 1));
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithAny(String value, int end, String[] lowerCase) {
    for (String word : lowerCase) {
      int from = end - word.length();
      if (from >= 0 && value.regionMatches(true, from, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /** RFC 7617: base 64 of user, colon, password. */
  private static boolean isUserAndPassword(String value, int from) {
    int end = from + tokenLength(value, from);
    try {
      byte[] decoded =
          Base64.getDecoder()
              .decode(value.substring(from, end).getBytes(StandardCharsets.US_ASCII));
      for (byte b : decoded) {
        if (b == ':') {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int tokenLength(String value, int from) {
    int at = from;
    while (at < value.length() && isTokenCharacter(value.charAt(at))) {
      at++;
    }
    return at - from;
  }

  /** Those of RFC 6750's b64token. */
  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == '+'
        || c == '/'
        || c == '=';
  }
}
