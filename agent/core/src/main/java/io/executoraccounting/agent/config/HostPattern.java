/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.Locale;

/** A host name or address in which each {@code *} stands for any characters. Immutable. */
final class HostPattern {
  private final String pattern;

  HostPattern(String pattern) {
    this.pattern = pattern.toLowerCase(Locale.ROOT);
  }

  /** How much of the pattern is spelled out: of two that match, the greater says more. */
  int weight() {
    int letters = 0;
    for (int i = 0; i < pattern.length(); i++) {
      letters += pattern.charAt(i) == '*' ? 0 : 1;
    }
    return letters;
  }

  /** Whether that host, in lower case, fits. */
  boolean matches(String host) {
    int p = 0;
    int h = 0;
    int star = -1;
    int resume = 0;
    while (h < host.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = h;
      } else if (p < pattern.length() && pattern.charAt(p) == host.charAt(h)) {
        p++;
        h++;
      } else if (star >= 0) {
        p = star + 1;
        h = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
