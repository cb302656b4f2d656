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
    if (value.length() < LENGTH) {
      return false;
    }
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
    return RandomText.kind(c) != 3 || c == '+' || c == '/';
  }

  private static boolean isRandom(String value, int from, int to) {
    int[] kinds = new int[4];
    int changes = 0;
    for (int i = from; i < to; i++) {
      int kind = RandomText.kind(value.charAt(i));
      kinds[kind]++;
      changes += i > from && kind != RandomText.kind(value.charAt(i - 1)) ? 1 : 0;
    }
    return kinds[0] >= 5 && kinds[1] >= 5 && kinds[2] >= 1 && changes * 3 >= LENGTH;
  }
}
