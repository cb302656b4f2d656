/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

/**
 * Text as a backend can show it: no control characters, nothing that turns the direction of text
 * and so makes it look like another (Unicode Standard Annex 9 s2), no half of a character, not too
 * long.
 */
final class PlainText {
  private PlainText() {}

  static String of(String text, int maxCharacters) {
    int end = Math.min(text.length(), maxCharacters);
    if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (mustGo(text, i, end)) {
        return cleaned(text, end);
      }
    }
    return end == text.length() ? text : text.substring(0, end);
  }

  private static String cleaned(String text, int end) {
    StringBuilder plain = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      plain.append(mustGo(text, i, end) ? ' ' : text.charAt(i));
    }
    return plain.toString();
  }

  private static boolean mustGo(String text, int at, int end) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == end || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return Character.isISOControl(c) || turnsDirection(c);
  }

  private static boolean turnsDirection(char c) {
    return (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }
}
