/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** What could not be learned about a call: the closed set of {@code executor.gaps}. */
public enum Gap {
  SCOPES_OPAQUE,
  /**
   * The resource refused the call for want of scopes: what the credential carries was not enough.
   */
  SCOPES_INSUFFICIENT,
  NO_ACTOR,
  PRINCIPAL_UNKNOWN,
  /**
   * Two pieces of evidence name two principals: the token and the application that authenticated,
   * the request and the credential used within it, a token and the grant it came by. They are not
   * merged; what the call itself presents stays its authority.
   */
  PRINCIPAL_CONFLICT,
  CONTEXT_LOST,
  CONTEXT_STALE,
  CHAIN_TRUNCATED,
  VALUE_TRUNCATED,
  BUDGET_EXCEEDED,
  TOKEN_MALFORMED,
  /** The agent checked the token's signature, and it is not its issuer's; no claim is believed. */
  SIGNATURE_INVALID,
  /** What the call says was too long, or not clear enough, to be read to its end. */
  REACH_INCOMPLETE,
  RECORDS_DROPPED;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
