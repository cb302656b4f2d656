/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Points in time as signed URLs write them. */
final class Timestamp {
  private Timestamp() {}

  /**
   * ISO 8601 in UTC, basic or extended, of a day, a minute or a second: {@code 20130524T000000Z},
   * {@code 2026-11-24T10:30Z}, {@code 2026-11-24}.
   *
   * @return epoch seconds; 0 for what is none
   */
  static long seconds(@Nullable String text) {
    if (text == null || text.length() > 32) {
      return 0;
    }
    StringBuilder digits = new StringBuilder(14);
    for (int i = 0; i < text.length() && text.charAt(i) != '.' && text.charAt(i) != 'Z'; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != '-' && c != ':' && c != 'T') {
        return 0;
      }
    }
    int length = digits.length();
    if (length != 8 && length != 12 && length != 14) {
      return 0;
    }
    try {
      long day =
          LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8))
              .toEpochDay();
      int hour = length > 8 ? number(digits, 8, 10) : 0;
      int minute = length > 8 ? number(digits, 10, 12) : 0;
      int second = length > 12 ? number(digits, 12, 14) : 0;
      return ((day * 24 + hour) * 60 + minute) * 60 + second;
    } catch (DateTimeException e) {
      return 0;
    }
  }

  /** A whole number that is not negative; 0 for what is none. */
  static long whole(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 15) {
      return 0;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return 0;
      }
    }
    return Long.parseLong(text);
  }

  private static int number(CharSequence digits, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + digits.charAt(i) - '0';
    }
    return number;
  }
}
