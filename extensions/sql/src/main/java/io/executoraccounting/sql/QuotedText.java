/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

/**
 * Finds where quoted text and comments end. Each method answers with the position after the end,
 * {@link #OPEN} where the text is over before that, or {@link #UNCLEAR} where dialects disagree.
 */
final class QuotedText {
  static final int OPEN = -1;
  static final int UNCLEAR = -2;

  private QuotedText() {}

  /** A string or name whose quote is doubled to stand for itself; {@code start} is after it. */
  static int quoted(
      String text, int start, int limit, char quote, SqlDialect.Reading backslashEscapes) {
    int at = start;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '\\' && backslashEscapes == SqlDialect.Reading.YES) {
        at += 2;
      } else if (c == '\\' && backslashEscapes == SqlDialect.Reading.UNCLEAR) {
        return UNCLEAR;
      } else if (c != quote) {
        at++;
      } else if (at + 1 < limit && text.charAt(at + 1) == quote) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return OPEN;
  }

  /** A block comment; {@code start} is after its opening. */
  static int blockComment(String text, int start, int limit, SqlDialect.Reading nested) {
    int depth = 1;
    for (int at = start; at + 1 < limit; at++) {
      char c = text.charAt(at);
      char next = text.charAt(at + 1);
      if (c == '*' && next == '/') {
        at++;
        if (--depth == 0) {
          return at + 1;
        }
      } else if (c == '/' && next == '*' && nested != SqlDialect.Reading.NO) {
        if (nested == SqlDialect.Reading.UNCLEAR) {
          return UNCLEAR;
        }
        at++;
        depth++;
      }
    }
    return OPEN;
  }

  static int lineComment(String text, int start, int limit) {
    int at = start;
    while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /**
   * A dollar-quoted string; {@code start} is at its first dollar. {@code start} itself where that
   * begins no such string.
   */
  static int dollarQuoted(String text, int start, int limit) {
    int tagEnd = start + 1;
    while (tagEnd < limit && isTagPart(text.charAt(tagEnd), tagEnd == start + 1)) {
      tagEnd++;
    }
    if (tagEnd >= limit || text.charAt(tagEnd) != '$') {
      return start;
    }
    int length = tagEnd + 1 - start;
    for (int at = tagEnd + 1; at + length <= limit; at++) {
      if (text.charAt(at) == '$' && text.regionMatches(at, text, start, length)) {
        return at + length;
      }
    }
    return OPEN;
  }

  private static boolean isTagPart(char c, boolean first) {
    return Character.isLetter(c) || c == '_' || (!first && Character.isDigit(c));
  }

  /** Oracle's {@code q'[…]'}; {@code start} is after the quote, at the delimiter. */
  static int alternative(String text, int start, int limit) {
    if (start >= limit) {
      return OPEN;
    }
    char close = closing(text.charAt(start));
    for (int at = start + 1; at + 1 < limit; at++) {
      if (text.charAt(at) == close && text.charAt(at + 1) == '\'') {
        return at + 2;
      }
    }
    return OPEN;
  }

  private static char closing(char open) {
    switch (open) {
      case '[':
        return ']';
      case '(':
        return ')';
      case '{':
        return '}';
      case '<':
        return '>';
      default:
        return open;
    }
  }
}
