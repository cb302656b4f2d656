/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

/** Recognises identifiers by their characters alone. */
final class SegmentShape {
  private static final int UUID_LENGTH = 36;
  private static final int ULID_LENGTH = 26;

  private SegmentShape() {}

  /** RFC 9562 s4, of any version. */
  static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** 26 characters of Crockford's base 32, the first of them at most 7. */
  static boolean isUlid(String text) {
    if (text.length() != ULID_LENGTH || text.charAt(0) < '0' || text.charAt(0) > '7') {
      return false;
    }
    for (int i = 1; i < ULID_LENGTH; i++) {
      if ("0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A date or timestamp of ISO 8601 in extended form: {@code 2026-11}, {@code 2026-11-24T…}. */
  static boolean isDate(String text) {
    if (text.length() < 7
        || !digits(text, 0, 4)
        || text.charAt(4) != '-'
        || !digits(text, 5, 7)
        || text.charAt(5) > '1') {
      return false;
    }
    if (text.length() == 7) {
      return true;
    }
    if (text.length() < 10 || text.charAt(7) != '-' || !digits(text, 8, 10)) {
      return false;
    }
    for (int i = 10; i < text.length(); i++) {
      if ("0123456789:.+-TtZz ".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Digits and what joins them: amounts, lists of ids, telephone numbers, IPv4 addresses. */
  static boolean isNumber(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (".,:+-_ ".indexOf(c) < 0) {
        return false;
      }
    }
    return digit;
  }

  /** Letters, digits and the marks that tokens are spelled with. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!RouteWord.isLetter(c) && !(c >= '0' && c <= '9') && "-_.~:+=/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
