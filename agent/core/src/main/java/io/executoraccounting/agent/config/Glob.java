/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** A text in which each {@code *} stands for any characters, or none. Immutable; never throws. */
public final class Glob {
  private final String pattern;

  public Glob(String pattern) {
    this.pattern = pattern;
  }

  /** How much of the pattern is spelled out: of two that match, the greater says more. */
  int weight() {
    int letters = 0;
    for (int i = 0; i < pattern.length(); i++) {
      letters += pattern.charAt(i) == '*' ? 0 : 1;
    }
    return letters;
  }

  /** Whether all of that text fits, letter by letter. */
  public boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
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

  @Override
  public String toString() {
    return pattern;
  }
}
