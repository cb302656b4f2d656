/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One challenge of {@code WWW-Authenticate}: RFC 9110 s11.6.1. */
final class AuthChallenge {
  /** Characters of a header's value; what is longer is not read. */
  private static final int MAX_LENGTH = 4096;

  private static final int MAX_CHALLENGES = 8;
  private static final int MAX_PARAMETERS = 16;

  private final String scheme;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private AuthChallenge(String scheme) {
    this.scheme = scheme;
  }

  /**
   * The challenges of a header's value, in order; those before the first place that is no
   * challenge.
   */
  static List<AuthChallenge> parse(String value) {
    List<AuthChallenge> challenges = new ArrayList<>();
    if (value.length() <= MAX_LENGTH) {
      new Parser(value, challenges).parse();
    }
    return challenges;
  }

  /** Whether it asks for that scheme, compared without case. */
  boolean isOf(String scheme) {
    return this.scheme.equalsIgnoreCase(scheme);
  }

  /**
   * The value of a parameter, without quotes; null if it is absent.
   *
   * @param name in lower case
   */
  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /** Names and values come in any number, and a comma parts parameters as well as challenges. */
  private static final class Parser {
    private final String text;
    private final List<AuthChallenge> challenges;
    private int at;

    Parser(String text, List<AuthChallenge> challenges) {
      this.text = text;
      this.challenges = challenges;
    }

    void parse() {
      AuthChallenge current = null;
      skip(", \t");
      while (at < text.length()) {
        String name = token();
        if (name.isEmpty()) {
          return;
        }
        if (current != null && isAssigned()) {
          String parameter = value();
          if (parameter == null || current.parameters.size() >= MAX_PARAMETERS) {
            return;
          }
          current.parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), parameter);
        } else if (challenges.size() < MAX_CHALLENGES) {
          current = new AuthChallenge(name);
          challenges.add(current);
          skip(" \t");
          skipToken68();
        } else {
          return;
        }
        skip(", \t");
      }
    }

    /** Moves to the value where an equals sign follows. */
    private boolean isAssigned() {
      int before = at;
      skip(" \t");
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skip(" \t");
        return true;
      }
      at = before;
      return false;
    }

    /** Null where a quoted string is not closed. */
    private @Nullable String value() {
      if (at >= text.length() || text.charAt(at) != '"') {
        return token();
      }
      StringBuilder unquoted = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return unquoted.toString();
        }
        if (c == '\\' && at + 1 < text.length()) {
          at++;
          c = text.charAt(at);
        }
        unquoted.append(c);
      }
      return null;
    }

    /** What some schemes have in place of parameters; it ends the challenge. */
    private void skipToken68() {
      int end = at;
      while (end < text.length() && isToken68(text.charAt(end))) {
        end++;
      }
      int padded = end;
      while (padded < text.length() && text.charAt(padded) == '=') {
        padded++;
      }
      boolean ends = padded == text.length() || text.charAt(padded) == ',';
      if (end > at && ends) {
        at = padded;
      }
    }

    private String token() {
      int start = at;
      while (at < text.length() && isToken(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private void skip(String characters) {
      while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private static boolean isToken(char c) {
      return RouteWord.isLetter(c) || (c >= '0' && c <= '9') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static boolean isToken68(char c) {
      return RouteWord.isLetter(c) || (c >= '0' && c <= '9') || "-._~+/".indexOf(c) >= 0;
    }
  }
}
