/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

/**
 * Tells what a programmer calls a resource ({@code orders}, {@code v1beta1}, {@code
 * openid-configuration}, {@code getUserById}) from what a machine generates.
 */
final class RouteWord {
  private static final int MAX_LENGTH = 48;
  private static final int MAX_PARTS = 5;
  private static final int MAX_PART_LENGTH = 24;
  private static final int MAX_DIGITS = 2;

  /** Shorter words are never taken for noise: {@code xhtml}, {@code mqtts}. */
  private static final int NOISE_LENGTH = 12;

  /** No English word has a longer run of consonants. */
  private static final int MAX_CONSONANTS = 5;

  private RouteWord() {}

  static boolean matches(String text) {
    if (text.length() > MAX_LENGTH || text.startsWith("eyJ")) {
      return false;
    }
    int parts = 0;
    int digits = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSeparator(text.charAt(i))) {
        if (i > start) {
          int found = digitsOfWord(text, start, i);
          if (found < 0) {
            return false;
          }
          digits += found;
          parts++;
        }
        start = i + 1;
      }
    }
    return parts > 0 && parts <= MAX_PARTS && digits <= MAX_DIGITS;
  }

  /** How many digits the part has, -1 where it is no word. */
  private static int digitsOfWord(String text, int start, int end) {
    if (end - start > MAX_PART_LENGTH || !isLetter(text.charAt(start))) {
      return -1;
    }
    int digits = 0;
    int consonants = 0;
    int longestConsonants = 0;
    int humps = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        continue;
      }
      if (!isLetter(c)) {
        return -1;
      }
      consonants = "aeiouyAEIOUY".indexOf(c) < 0 ? consonants + 1 : 0;
      longestConsonants = Math.max(longestConsonants, consonants);
      if (c <= 'Z' && i > start && text.charAt(i - 1) >= 'a') {
        humps++;
      }
    }
    int length = end - start;
    boolean noise =
        length >= NOISE_LENGTH && (longestConsonants > MAX_CONSONANTS || humps * 4 > length);
    return noise ? -1 : digits;
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == '.' || c == '~' || c == ':' || c == '$';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
