/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A secret planted in each place that the agent reads. None of them may come out of it. */
public enum Canary {
  OPAQUE_BEARER,
  JWT_SIGNATURE,
  UNLISTED_CLAIM,
  CLAIM_EMAIL("canary.email@example.org"),
  BASIC_PASSWORD,
  API_KEY,
  COOKIE,
  QUERY_PARAMETER,
  URL_PASSWORD,
  PATH_EMAIL("canary.path@example.org"),
  PATH_TOKEN("cnry0PathToken9f8e7d6c5b4a39281706f5e4d3c2b1a0"),
  INBOUND_BEARER,
  INBOUND_COOKIE,
  INBOUND_QUERY,
  INBOUND_PATH_TOKEN("cnry1PathToken1f2e3d4c5b6a79880716253443526170"),
  JDBC_URL_PROPERTY,
  JDBC_PASSWORD,
  WRONG_JDBC_PASSWORD,
  SQL_LITERAL,
  SQL_COMMENT,
  BIND_VALUE,
  BATCH_LITERAL,
  BROKEN_SQL_LITERAL,
  KEY_STORE_PASSWORD,
  SHARED_KEY_SIGNATURE,
  SHARED_ACCESS_SIGNATURE,
  SESSION_TOKEN,
  SIGNATURE_IN_QUERY,
  TOKEN_IN_QUERY,
  KEY_IN_QUERY,
  SIGNATURE_OF_SAS_IN_QUERY,
  TRANSACTION_SIGNATURE,
  WORKLOAD_SIGNATURE,
  NTLM_MESSAGE("cnry0NtlmMessage9f8e7d6c5b4a3928"),
  DATABASE_TOKEN_SIGNATURE,
  ROLE_PASSWORD,
  CLIENT_SECRET,
  REFRESH_TOKEN,
  AUTHORIZATION_CODE,
  CODE_VERIFIER,
  OWNER_PASSWORD,
  ASSERTION_SIGNATURE,
  DEVICE_CODE,
  CLIENT_ASSERTION_SIGNATURE,
  SUBJECT_TOKEN,
  ACTOR_TOKEN_SIGNATURE,
  ISSUED_TOKEN,
  ISSUED_REFRESH_TOKEN,
  ID_TOKEN_SIGNATURE;

  private final String text;

  Canary() {
    text = "canary-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-5d1c7e";
  }

  Canary(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** As it is, and as it would look encoded. */
  public List<String> traces() {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return List.of(
        text,
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((":" + text).getBytes(StandardCharsets.UTF_8))
            .substring(4),
        HexFormat.of().formatHex(bytes));
  }
}
