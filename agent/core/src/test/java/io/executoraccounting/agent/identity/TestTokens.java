/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens as issuers make them, with a signature that no one can check. */
public final class TestTokens {
  static final String SIGNATURE = "c2lnbmF0dXJlLWNhbmFyeS1kby1ub3QtbGVhaw";

  private TestTokens() {}

  public static String jwt(String payload) {
    return jwt("{'alg':'RS256','typ':'at+jwt','kid':'k1'}", payload);
  }

  /** Single quotes stand for double ones. */
  static String jwt(String header, String payload) {
    return part(header) + "." + part(payload) + "." + SIGNATURE;
  }

  static String part(String json) {
    return part(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
