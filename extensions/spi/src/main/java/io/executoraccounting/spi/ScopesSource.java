/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** Where scopes were read: the values of {@code executor.authority.scopes.source}. */
public enum ScopesSource {
  TOKEN_CLAIM,
  TOKEN_RESPONSE,
  RESPONSE_HEADER,
  SDK,
  FRAMEWORK,
  SESSION,
  CONFIG;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
