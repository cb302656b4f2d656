/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** What a call may do to what it reaches: the values of {@code executor.reach.access}. */
public enum Access {
  READ,
  WRITE,
  DELETE,
  ADMIN,
  UNKNOWN;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
