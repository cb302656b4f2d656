/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

/** Reads the text of a value; says what it expects where the text does not fit. */
interface ValueParser<T> {
  /** The value, or null if the text does not fit; never throws. */
  @Nullable T parse(String text);

  /** Completes the sentence "expected …". */
  String expected();
}
