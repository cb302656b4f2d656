/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** What sort of credential a call presents: the values of {@code executor.credential.kind}. */
public enum CredentialKind {
  JWT,
  DPOP_JWT,
  TXN_TOKEN,
  OPAQUE_BEARER,
  BASIC,
  API_KEY,
  AWS_SIGV4,
  AWS_SIGV4_SESSION,
  GCP_TOKEN,
  AZURE_TOKEN,
  X509,
  JWT_SVID,
  KERBEROS,
  SASL_SCRAM,
  SASL_OAUTHBEARER,
  DB_PASSWORD,
  DB_IAM_TOKEN,
  SESSION_COOKIE,
  NONE,
  UNKNOWN;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
