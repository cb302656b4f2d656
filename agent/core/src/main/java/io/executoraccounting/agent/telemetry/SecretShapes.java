/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What secrets look like whose makers gave them a shape. */
final class SecretShapes {
  /** Schemes of the Authorization header, in lower case, and what makes the rest a credential. */
  private static final String[] SCHEMES = {"bearer ", "dpop ", "negotiate "};

  /** Names in lower case that a value follows which nobody may see. */
  private static final String[] ASSIGNMENTS = {
    "password=",
    "passwd=",
    "pwd=",
    "secret=",
    "token=",
    "api_key=",
    "apikey=",
    "accountkey=",
    "sharedaccesskey=",
    "sig=",
    "signature=",
    "assertion=",
    "private_key=",
    "accesskey="
  };

  private SecretShapes() {}

  static boolean in(String value) {
    return TokenPrefix.anyIn(value)
        || value.contains("-----BEGIN") // PEM, RFC 7468
        || hasCredentials(value)
        || AwsSecret.in(value);
  }

  private static boolean hasCredentials(String value) {
    int length = value.length();
    for (String scheme : SCHEMES) {
      int at = indexOfIgnoringCase(value, scheme);
      if (at >= 0 && tokenLength(value, at + scheme.length()) >= 8) {
        return true;
      }
    }
    for (String assignment : ASSIGNMENTS) {
      int at = indexOfIgnoringCase(value, assignment);
      if (at >= 0 && at + assignment.length() < length) {
        return true;
      }
    }
    int basic = indexOfIgnoringCase(value, "basic ");
    return basic >= 0 && isUserAndPassword(value, basic + "basic ".length());
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

  private static int indexOfIgnoringCase(String value, String lowerCase) {
    int last = value.length() - lowerCase.length();
    for (int at = 0; at <= last; at++) {
      if (value.regionMatches(true, at, lowerCase, 0, lowerCase.length())) {
        return at;
      }
    }
    return -1;
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
