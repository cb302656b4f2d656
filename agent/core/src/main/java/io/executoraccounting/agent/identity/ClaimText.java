/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.executoraccounting.spi.Gap;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single values of claims within their limits. */
public final class ClaimText {
  /** Characters of one value; OpenID Connect allows a subject 255. */
  public static final int MAX_LENGTH = 256;

  public static final int MAX_ITEMS = 64;

  private ClaimText() {}

  /** The text or number at the parser; null, and a gap, where it cannot be an identifier. */
  static @Nullable String value(JsonParser parser, Set<Gap> gaps) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      parser.skipChildren();
      return null;
    }
    if (parser.getTextLength() > MAX_LENGTH) {
      gaps.add(Gap.BUDGET_EXCEEDED);
      return null;
    }
    String text = parser.getText();
    if (text.isEmpty()) {
      return null;
    }
    if (!printable(text)) {
      gaps.add(Gap.TOKEN_MALFORMED);
      return null;
    }
    return text;
  }

  /**
   * A text or an array of texts, each with the prefix; SCIM puts the text into an object, as {@code
   * value} (RFC 7643 s2.4). What is neither is passed over.
   */
  static void values(JsonParser parser, String prefix, List<String> into, Set<Gap> gaps)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      add(value(parser, gaps), prefix, into, gaps);
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean object = parser.currentToken() == JsonToken.START_OBJECT;
      add(object ? valueWithin(parser, gaps) : value(parser, gaps), prefix, into, gaps);
    }
  }

  private static @Nullable String valueWithin(JsonParser parser, Set<Gap> gaps) throws IOException {
    String found = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("value")) {
        found = value(parser, gaps);
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  /** Words divided by spaces, RFC 6749 s3.3, or an array of them. */
  static void words(JsonParser parser, List<String> into, Set<Gap> gaps) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      values(parser, "", into, gaps);
      return;
    }
    String text = parser.getText();
    int from = 0;
    while (from < text.length()) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      if (to - from > MAX_LENGTH) {
        gaps.add(Gap.VALUE_TRUNCATED);
      } else if (to > from) {
        add(text.substring(from, to), "", into, gaps);
      }
      from = to + 1;
    }
  }

  static void add(@Nullable String item, String prefix, List<String> into, Set<Gap> gaps) {
    if (item == null) {
      return;
    }
    if (into.size() >= MAX_ITEMS || prefix.length() + item.length() > MAX_LENGTH) {
      gaps.add(Gap.VALUE_TRUNCATED);
    } else if (printable(item)) {
      into.add(prefix.isEmpty() ? item : prefix + item);
    } else {
      gaps.add(Gap.TOKEN_MALFORMED);
    }
  }

  /** Seconds since the epoch, RFC 7519 s2; 0 for what is no such number. */
  static long seconds(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      parser.skipChildren();
      return 0;
    }
    return Math.max(0, (long) parser.getDoubleValue());
  }

  /**
   * Without control characters and lone surrogates, which would break logs and encoders, and
   * without what turns the direction of text (Unicode Standard Annex 9 s2), which makes one id look
   * like another.
   */
  public static boolean printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufffd') {
        return false;
      }
      if (turnsDirection(c)) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 >= text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean turnsDirection(char c) {
    return (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }
}
