/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens that no issuer would sign, and one that it would. */
public enum OddToken {
  PLAIN("{\"iss\":\"https://id.example.com\",\"sub\":\"svc\",\"client_id\":\"svc\"}"),
  MEGABYTE("{\"iss\":\"https://id.example.com\",\"sub\":\"" + "s".repeat(1_000_000) + "\"}"),
  DEEP("{\"sub\":\"svc\"" + ",\"act\":{\"sub\":\"a\"".repeat(1000) + "}".repeat(1001)),
  NOT_UTF_8("{\"sub\":\"\u00ff\u00fe\u00c0\"}"),
  NOT_JSON("{\"sub\":\"svc\",,,"),
  ARRAY("[1,2,3]"),
  NUMBERS("{\"iss\":1,\"sub\":2,\"act\":3,\"scope\":4,\"exp\":\"never\",\"aud\":{}}");

  private final String payload;

  OddToken(String payload) {
    this.payload = payload;
  }

  /** Three parts, signed by none: {@code alg} is {@code none}. */
  public String text() {
    return encode("{\"alg\":\"none\"}") + "." + encode(payload) + ".";
  }

  private static String encode(String json) {
    // Latin 1, so that NOT_UTF_8 really is not.
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.ISO_8859_1));
  }
}
