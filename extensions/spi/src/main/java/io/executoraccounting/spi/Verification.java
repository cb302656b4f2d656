/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Locale;

/** How strong the evidence is, strongest first: the values of {@code executor.verification}. */
public enum Verification {
  VERIFIED,
  APP_VERIFIED,
  ASSERTED,
  CONFIGURED,
  INFERRED,
  NONE;

  private final String value = name().toLowerCase(Locale.ROOT);

  /** The value as it is emitted. */
  public String value() {
    return value;
  }
}
