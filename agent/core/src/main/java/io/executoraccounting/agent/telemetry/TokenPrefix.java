/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.util.Arrays;

/** How a maker's tokens begin, and how many characters of one follow at least. Immutable. */
final class TokenPrefix {
  private static final TokenPrefix[] ALL = {
    new TokenPrefix("eyJ", 12), // JWT and JWE, RFC 7515 s3: base64url of {"
    new TokenPrefix("ghp_", 16),
    new TokenPrefix("gho_", 16),
    new TokenPrefix("ghu_", 16),
    new TokenPrefix("ghs_", 16),
    new TokenPrefix("ghr_", 16),
    new TokenPrefix("github_pat_", 16),
    new TokenPrefix("glpat-", 16),
    new TokenPrefix("glptt-", 16),
    new TokenPrefix("glrt-", 16),
    new TokenPrefix("gldt-", 16),
    new TokenPrefix("glcbt-", 16),
    new TokenPrefix("glsoat-", 16),
    new TokenPrefix("gloas-", 16),
    new TokenPrefix("xoxa-", 10),
    new TokenPrefix("xoxb-", 10),
    new TokenPrefix("xoxe-", 10),
    new TokenPrefix("xoxp-", 10),
    new TokenPrefix("xoxr-", 10),
    new TokenPrefix("xoxs-", 10),
    new TokenPrefix("xapp-", 10),
    new TokenPrefix("sk-ant-", 10),
    new TokenPrefix("sk-proj-", 16),
    new TokenPrefix("sk-", 32),
    new TokenPrefix("sk_live_", 10),
    new TokenPrefix("sk_test_", 10),
    new TokenPrefix("rk_live_", 10),
    new TokenPrefix("rk_test_", 10),
    new TokenPrefix("whsec_", 16),
    new TokenPrefix("hvs.", 16),
    new TokenPrefix("hvb.", 16),
    new TokenPrefix("hvr.", 16),
    new TokenPrefix("ya29.", 16),
    new TokenPrefix("AIza", 30),
    new TokenPrefix("GOCSPX-", 16),
    new TokenPrefix("SG.", 16),
    new TokenPrefix("npm_", 30),
    new TokenPrefix("pypi-", 32),
    new TokenPrefix("shpat_", 24),
    new TokenPrefix("dop_v1_", 32),
    new TokenPrefix("dapi", 32),
    new TokenPrefix("dose", 32),
    new TokenPrefix("hf_", 24),
    new TokenPrefix("ATATT", 24),
    new TokenPrefix("dckr_pat_", 16),
    new TokenPrefix("NRAK-", 16),
    new TokenPrefix("glsa_", 24),
    new TokenPrefix("sntrys_", 24),
    new TokenPrefix("AGE-SECRET-KEY-", 16),
    new TokenPrefix("FwoGZXIvYXdz", 16), // AWS session tokens
    new TokenPrefix("IQoJb3JpZ2lu", 16),
  };

  private static final TokenPrefix[][] BY_FIRST = byFirstCharacter();

  private final String prefix;
  private final int minimum;

  private TokenPrefix(String prefix, int minimum) {
    this.prefix = prefix;
    this.minimum = minimum;
  }

  private static TokenPrefix[][] byFirstCharacter() {
    TokenPrefix[][] table = new TokenPrefix[128][0];
    for (TokenPrefix one : ALL) {
      char first = one.prefix.charAt(0);
      table[first] = Arrays.copyOf(table[first], table[first].length + 1);
      table[first][table[first].length - 1] = one;
    }
    return table;
  }

  /** Looks only where a word begins, and there only at prefixes with that character. */
  static boolean anyIn(String value) {
    boolean begins = true;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (begins && c < BY_FIRST.length) {
        for (TokenPrefix candidate : BY_FIRST[c]) {
          if (candidate.isAt(value, at)) {
            return true;
          }
        }
      }
      begins = !Character.isLetterOrDigit(c);
    }
    return false;
  }

  private boolean isAt(String value, int at) {
    return value.startsWith(prefix, at) && isFollowedByToken(value, at + prefix.length());
  }

  private boolean isFollowedByToken(String value, int from) {
    int at = from;
    while (at < value.length() && isBase64Url(value.charAt(at))) {
      at++;
    }
    return at - from >= minimum;
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
