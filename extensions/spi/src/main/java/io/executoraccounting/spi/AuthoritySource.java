/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** Where the authority of a call came from: the values of {@code executor.authority.source}. */
public enum AuthoritySource {
  CALL,
  REQUEST,
  MESSAGE,
  THREAD,
  CONNECTION,
  CLIENT,
  PROCESS,
  EXPLICIT,
  NONE;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
