/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The parameters of a JDBC URL: {@code key=value}, parted by one character. */
final class UrlParameters {
  private UrlParameters() {}

  /** Hands all of them to the hints; false where the text is not made of {@code key=value}. */
  static boolean read(String text, char separator, LoginHints hints) {
    return each(text, separator, (key, value) -> hints.parameter(key, decoded(value)));
  }

  /** False where a part is no {@code key=value} and may belong to a password. */
  static boolean each(String text, char separator, BiConsumer<String, String> parameter) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(separator, start);
      if (end < 0) {
        end = text.length();
      }
      int equals = text.indexOf('=', start);
      if (equals < 0 || equals >= end) {
        if (text.indexOf('@', start) >= 0) {
          return false;
        }
      } else {
        String key = text.substring(start, equals).trim();
        parameter.accept(key, text.substring(equals + 1, end).trim());
      }
      start = end + 1;
    }
    return true;
  }

  /** Percent-decoded, RFC 3986 s2.1, for bytes of ASCII; anything else is left as it is. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      Character escaped = escapedAt(text, at);
      decoded.append(escaped == null ? text.charAt(at) : escaped.charValue());
      at += escaped == null ? 1 : 3;
    }
    return decoded.toString();
  }

  private static @Nullable Character escapedAt(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return null;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || high > 7 || low < 0 ? null : (char) (high << 4 | low);
  }
}
