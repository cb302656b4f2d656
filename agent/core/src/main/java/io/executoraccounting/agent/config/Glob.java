/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Locale;

/** A text in which each {@code *} stands for any characters, or none. Immutable; never throws. */
public final class Glob {
  private final String pattern;
  private final boolean ignoresCase;

  private Glob(String pattern, boolean ignoresCase) {
    this.pattern = pattern;
    this.ignoresCase = ignoresCase;
  }

  /** A pattern that is compared letter by letter. */
  static Glob exact(String pattern) {
    return new Glob(pattern, false);
  }

  /** A pattern to which upper and lower case are the same. */
  static Glob ignoringCase(String pattern) {
    return new Glob(pattern.toLowerCase(Locale.ROOT), true);
  }

  /** How much of the pattern is spelled out: of two that match, the greater says more. */
  int weight() {
    int letters = 0;
    for (int i = 0; i < pattern.length(); i++) {
      letters += pattern.charAt(i) == '*' ? 0 : 1;
    }
    return letters;
  }

  /** Whether all of that text fits. */
  public boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == letter(text, t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private char letter(String text, int at) {
    char c = text.charAt(at);
    return ignoresCase ? Character.toLowerCase(c) : c;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
