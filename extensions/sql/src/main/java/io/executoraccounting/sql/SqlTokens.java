/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one text, by position. Lives as long as the reading of that text. Every accessor
 * takes any index and answers for a missing token as for {@code OTHER}.
 */
final class SqlTokens {
  static final int MOST = 2048;
  private static final int LONGEST_LITERAL = 128;

  private final String text;
  private final boolean backslashIsPlain;
  private TokenKind[] kinds = new TokenKind[48];
  private int[] starts = new int[48];
  private int[] ends = new int[48];
  private @Nullable Keyword[] keywords = new @Nullable Keyword[48];
  private int size;
  private boolean complete = true;
  private boolean sessionMentioned;

  /**
   * @param backslashIsPlain whether it stands for itself in a string, beyond doubt
   */
  SqlTokens(String text, boolean backslashIsPlain) {
    this.text = text;
    this.backslashIsPlain = backslashIsPlain;
  }

  /** Returns false once there is no room for more. */
  boolean add(TokenKind kind, int start, int end) {
    if (size == MOST) {
      complete = false;
      return false;
    }
    if (size == kinds.length) {
      int more = size * 2;
      kinds = Arrays.copyOf(kinds, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
      keywords = Arrays.copyOf(keywords, more);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    Keyword keyword = kind == TokenKind.WORD ? Keyword.in(text, start, end) : null;
    keywords[size] = keyword;
    sessionMentioned |= keyword != null && isOfSession(keyword);
    size++;
    return true;
  }

  private boolean isOfSession(Keyword keyword) {
    boolean first = size == 0 || kinds[size - 1] == TokenKind.SEPARATOR;
    return first && keyword.beginsSessionStatement() || keyword.isOfSession();
  }

  /** Forgets all tokens from an index on, because they may not be what they seem. */
  void cut(int newSize) {
    size = Math.min(size, newSize);
    complete = false;
  }

  void incomplete() {
    complete = false;
  }

  /** Whether these are all tokens of the text. */
  boolean complete() {
    return complete;
  }

  int size() {
    return size;
  }

  TokenKind kind(int index) {
    return index >= 0 && index < size ? kinds[index] : TokenKind.OTHER;
  }

  @Nullable Keyword keyword(int index) {
    return index >= 0 && index < size ? keywords[index] : null;
  }

  /** Where the last one ends in the text; 0 where there is none. */
  int end() {
    return size == 0 ? 0 : ends[size - 1];
  }

  /** Whether a word is among them that may be about the session itself. */
  boolean mentionsSession() {
    return sessionMentioned;
  }

  /** Whether that word stands there, without quotes and in any case. */
  boolean isWord(int index, String word) {
    return kind(index) == TokenKind.WORD && isWritten(index, word);
  }

  /** Whether the token is that text, in any case. */
  boolean isWritten(int index, String token) {
    return length(index) == token.length()
        && text.regionMatches(true, starts[index], token, 0, token.length());
  }

  /** Whether an operator begins with that character there. */
  boolean isMark(int index, char mark) {
    return index >= 0
        && index < size
        && kinds[index] == TokenKind.OTHER
        && text.charAt(starts[index]) == mark;
  }

  /** How many characters of the text the token takes; 0 where there is none. */
  int length(int index) {
    return index >= 0 && index < size ? ends[index] - starts[index] : 0;
  }

  /**
   * What a plain string says, {@code '…'} or {@code N'…'}; null where none stands there, or one
   * that is long or has escapes. For a statement that has a name there and nothing else.
   */
  @Nullable String literal(int index, char quote) {
    if (kind(index) != TokenKind.OTHER || index < 0 || index >= size) {
      return null;
    }
    int start = starts[index];
    if (text.charAt(start) == 'N' || text.charAt(start) == 'n') {
      start++;
    }
    int end = ends[index] - 1;
    boolean plain = start < end && text.charAt(start) == quote && text.charAt(end) == quote;
    if (!plain || end - start - 1 > LONGEST_LITERAL) {
      return null;
    }
    String inside = text.substring(start + 1, end);
    boolean escaped = !backslashIsPlain && inside.indexOf('\\') >= 0;
    return escaped || inside.indexOf(quote) >= 0 ? null : inside;
  }

  /** Whether a name can stand there: a quoted one, or a word that is not reserved. */
  boolean isName(int index) {
    TokenKind kind = kind(index);
    if (kind == TokenKind.QUOTED_NAME) {
      return true;
    }
    Keyword keyword = keyword(index);
    return kind == TokenKind.WORD && (keyword == null || !isReserved(keyword));
  }

  /** Where a name ends that begins there and may be qualified: {@code a.b}, {@code a..b}. */
  int nameEnd(int index) {
    int end = index + 1;
    while (kind(end) == TokenKind.DOT) {
      int part = kind(end + 1) == TokenKind.DOT ? end + 2 : end + 1;
      if (kind(part) != TokenKind.WORD && kind(part) != TokenKind.QUOTED_NAME) {
        break;
      }
      end = part + 1;
    }
    return end;
  }

  private static boolean isReserved(Keyword keyword) {
    switch (keyword) {
      case SELECT:
      case INSERT:
      case UPDATE:
      case DELETE:
      case VALUES:
      case SET:
      case CREATE:
      case DROP:
        return true;
      default:
        return keyword.role() == Keyword.Role.CLAUSE;
    }
  }

  /** The name between two tokens as it is written, without quotes. */
  String name(int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      int inset = kinds[i] == TokenKind.QUOTED_NAME ? 1 : 0;
      name.append(text, starts[i] + inset, ends[i] - inset);
    }
    return name.toString();
  }
}
