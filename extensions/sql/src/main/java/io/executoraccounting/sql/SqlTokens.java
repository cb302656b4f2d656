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

  private final String text;
  private TokenKind[] kinds = new TokenKind[48];
  private int[] starts = new int[48];
  private int[] ends = new int[48];
  private @Nullable Keyword[] keywords = new @Nullable Keyword[48];
  private int size;
  private boolean complete = true;

  SqlTokens(String text) {
    this.text = text;
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
    keywords[size] = kind == TokenKind.WORD ? Keyword.in(text, start, end) : null;
    size++;
    return true;
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
