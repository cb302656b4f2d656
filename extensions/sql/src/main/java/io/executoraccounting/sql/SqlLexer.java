/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

/**
 * Cuts a text into tokens and drops comments, strings, numbers and binds on the way. Reads at most
 * {@link #MOST_CHARACTERS} characters. Never throws.
 *
 * <p>A literal that is not closed, or that a word touches, is not believed to be where it seems:
 * the inside of a literal could pass for SQL. Tokens after it, or for an open one all after the
 * first literal, are dropped.
 */
final class SqlLexer {
  static final int MOST_CHARACTERS = 8192;

  private final String text;
  private final SqlDialect dialect;
  private final int limit;
  private final SqlTokens tokens;
  private int at;
  private int firstLiteral = Integer.MAX_VALUE;

  private SqlLexer(String text, SqlDialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.limit = Math.min(text.length(), MOST_CHARACTERS);
    this.tokens = new SqlTokens(text, dialect.backslashEscapes() == SqlDialect.Reading.NO);
  }

  static SqlTokens tokens(String text, SqlDialect dialect) {
    return new SqlLexer(text, dialect).read();
  }

  private SqlTokens read() {
    boolean more = true;
    while (more && at < limit) {
      more = next(text.charAt(at));
    }
    if (limit < text.length()) {
      tokens.incomplete();
    }
    return tokens;
  }

  /** Returns false where reading must stop. */
  private boolean next(char c) {
    if (isNameStart(c)) {
      return word();
    }
    switch (c) {
      case '\'':
        return string(at, at + 1, '\'', dialect.backslashEscapes());
      case '"':
        return dialect.doubleQuotesString()
            ? string(at, at + 1, '"', dialect.backslashEscapes())
            : quotedName('"');
      case '`':
        return quotedName('`');
      case '[':
        return bracket();
      case '-':
        return isAhead('-') && startsLineComment() ? lineComment() : other(at + 1);
      case '/':
        return isAhead('*') ? blockComment() : slash();
      case '#':
        return hash();
      case '$':
        return dollar();
      case '@':
        return other(nameEnd(at + 1));
      case ':':
        return other(isAhead(':') ? at + 2 : nameEnd(at + 1));
      case '(':
        return single(TokenKind.OPEN);
      case ')':
        return single(TokenKind.CLOSE);
      case ',':
        return single(TokenKind.COMMA);
      case '.':
        return single(TokenKind.DOT);
      case ';':
        return single(TokenKind.SEPARATOR);
      case '{':
      case '}':
        // JDBC escapes ({call …}, {oj …}) read as what they enclose.
        at++;
        return true;
      default:
        return plain(c);
    }
  }

  private boolean plain(char c) {
    if (Character.isWhitespace(c)) {
      at++;
      return true;
    }
    return other(Character.isDigit(c) ? nameEnd(at + 1) : at + 1);
  }

  private boolean word() {
    int end = nameEnd(at);
    if (end < limit && text.charAt(end) == '\'') {
      if (dialect.alternativeQuotes() && isOneOf(end, "q", "nq")) {
        return literal(at, QuotedText.alternative(text, end + 1, limit));
      }
      if (isOneOf(end, "e")) {
        return string(
            at,
            end + 1,
            '\'',
            dialect.escapeStrings() ? SqlDialect.Reading.YES : dialect.backslashEscapes());
      }
      if (isOneOf(end, "n", "x", "b")) {
        return string(at, end + 1, '\'', dialect.backslashEscapes());
      }
    }
    return token(TokenKind.WORD, end);
  }

  private boolean isOneOf(int end, String... words) {
    for (String word : words) {
      if (end - at == word.length() && text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean string(int start, int inside, char quote, SqlDialect.Reading backslashEscapes) {
    return literal(start, QuotedText.quoted(text, inside, limit, quote, backslashEscapes));
  }

  private boolean literal(int start, int end) {
    firstLiteral = Math.min(firstLiteral, tokens.size());
    if (end == QuotedText.UNCLEAR) {
      return stop();
    }
    if (end == QuotedText.OPEN) {
      return unclosed();
    }
    if (end < limit && isNameStart(text.charAt(end))) {
      return stop();
    }
    at = end;
    return tokens.add(TokenKind.OTHER, start, end);
  }

  private boolean unclosed() {
    if (limit == text.length()) {
      tokens.cut(firstLiteral);
    }
    return stop();
  }

  private boolean stop() {
    tokens.incomplete();
    return false;
  }

  private boolean quotedName(char quote) {
    // A double quote of an unknown dialect may begin a string of MySQL, where a backslash counts.
    SqlDialect.Reading backslashEscapes =
        quote == '"' ? dialect.backslashEscapes() : SqlDialect.Reading.NO;
    int end = QuotedText.quoted(text, at + 1, limit, quote, backslashEscapes);
    if (end == QuotedText.UNCLEAR) {
      return stop();
    }
    return end == QuotedText.OPEN ? unclosed() : token(TokenKind.QUOTED_NAME, end);
  }

  private boolean bracket() {
    switch (dialect.bracketNames()) {
      case YES:
        return quotedName(']');
      case NO:
        return other(at + 1);
      default:
        return stop();
    }
  }

  private boolean slash() {
    return dialect.commentsAsCpp() && isAhead('/') ? lineComment() : other(at + 1);
  }

  private boolean startsLineComment() {
    return !dialect.commentsAsMySql()
        || at + 2 >= limit
        || Character.isWhitespace(text.charAt(at + 2));
  }

  private boolean lineComment() {
    at = QuotedText.lineComment(text, at, limit);
    return true;
  }

  private boolean blockComment() {
    if (dialect.commentsAsMySql() && at + 2 < limit && text.charAt(at + 2) == '!') {
      // MySQL executes what stands in /*!50110 … */, so that it is read as well.
      at += 3;
      while (at < limit && Character.isDigit(text.charAt(at))) {
        at++;
      }
      return true;
    }
    int end = QuotedText.blockComment(text, at + 2, limit, dialect.nestedComments());
    if (end == QuotedText.UNCLEAR) {
      return stop();
    }
    if (end == QuotedText.OPEN) {
      return unclosed();
    }
    at = end;
    return true;
  }

  private boolean hash() {
    switch (dialect.hash()) {
      case COMMENT:
        return lineComment();
      case NAME:
        return token(TokenKind.WORD, nameEnd(at + 1));
      case OPERATOR:
        return other(at + 1);
      default:
        return stop();
    }
  }

  private boolean dollar() {
    if (dialect.dollarQuotes()) {
      int end = QuotedText.dollarQuoted(text, at, limit);
      if (end != at) {
        return literal(at, end);
      }
    }
    return other(nameEnd(at + 1));
  }

  private boolean isAhead(char c) {
    return at + 1 < limit && text.charAt(at + 1) == c;
  }

  private boolean single(TokenKind kind) {
    return token(kind, at + 1);
  }

  private boolean other(int end) {
    return token(TokenKind.OTHER, end);
  }

  private boolean token(TokenKind kind, int end) {
    int start = at;
    at = end;
    return tokens.add(kind, start, end);
  }

  private int nameEnd(int from) {
    int end = from;
    while (end < limit && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isForeignLetter(c);
  }

  private boolean isNamePart(char c) {
    return isNameStart(c)
        || (c >= '0' && c <= '9')
        || c == '$'
        || (c == '#' && dialect.hash() == SqlDialect.Hash.NAME);
  }

  private static boolean isForeignLetter(char c) {
    return c > 127 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }
}
