/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/**
 * An AWS secret access key: forty characters of base 64 that are neither a word nor a hash. The key
 * id beside it is public and stays.
 */
final class AwsSecret {
  private static final int LENGTH = 40;

  private AwsSecret() {}

  static boolean in(String value) {
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || !isBase64(value.charAt(i))) {
        if (i - from == LENGTH && isRandom(value, from, i)) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  private static boolean isRandom(String value, int from, int to) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      upper += c >= 'A' && c <= 'Z' ? 1 : 0;
      lower += c >= 'a' && c <= 'z' ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return upper >= 5 && lower >= 5 && digits >= 2;
  }
}
