/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/**
 * Finds what only a random generator writes: 32 or more characters of hex, base 36 or base 64.
 * Words however long, class names, paths and UUIDs are told apart by how often the kind of
 * character changes: in random base 64 at about two of three characters, in names at one of three.
 */
final class RandomText {
  private static final int MIN_LENGTH = 32;

  private RandomText() {}

  static boolean in(String value) {
    if (value.length() < MIN_LENGTH) {
      return false;
    }
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || !isBase64Url(value.charAt(i))) {
        if (i - from >= MIN_LENGTH && isRandom(value, from, i)) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isRandom(String value, int from, int to) {
    return !isUuid(value, from, to)
        && (isRandomMixture(value, from, to) || hasRandomRun(value, from, to));
  }

  private static boolean isUuid(String value, int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = value.charAt(from + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !isHex(c)) {
        return false;
      }
    }
    return true;
  }

  /** Upper case, lower case and digits, in no order. */
  private static boolean isRandomMixture(String value, int from, int to) {
    int[] kinds = new int[4];
    int changes = 0;
    int before = -1;
    for (int i = from; i < to; i++) {
      int kind = kind(value.charAt(i));
      kinds[kind]++;
      changes += before >= 0 && kind != before ? 1 : 0;
      before = kind;
    }
    return kinds[0] >= 3 && kinds[1] >= 3 && kinds[2] >= 1 && changes * 5 >= (to - from) * 2;
  }

  /** A stretch without separators of one case and digits: hex or base 36. */
  private static boolean hasRandomRun(String value, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || kind(value.charAt(i)) == 3) {
        if (i - start >= MIN_LENGTH && isRandomRun(value, start, i)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  /** Letters and digits of hex side by side make no word; of base 36 they may, if seldom. */
  private static boolean isRandomRun(String value, int from, int to) {
    int digits = 0;
    int changes = 0;
    boolean hex = true;
    for (int i = from; i < to; i++) {
      boolean digit = kind(value.charAt(i)) == 2;
      digits += digit ? 1 : 0;
      changes += i > from && digit != (kind(value.charAt(i - 1)) == 2) ? 1 : 0;
      hex &= isHex(value.charAt(i));
    }
    boolean mixed = digits > 0 && digits < to - from;
    return mixed && (hex || (digits >= 3 && changes * 5 >= to - from));
  }

  /** 0 upper case, 1 lower case, 2 digit, 3 separator. */
  static int kind(char c) {
    if (c >= 'A' && c <= 'Z') {
      return 0;
    }
    if (c >= 'a' && c <= 'z') {
      return 1;
    }
    return c >= '0' && c <= '9' ? 2 : 3;
  }

  private static boolean isBase64Url(char c) {
    return kind(c) != 3 || c == '-' || c == '_' || c == '+' || c == '=';
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
