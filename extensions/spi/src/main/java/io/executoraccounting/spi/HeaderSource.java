/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import org.jspecify.annotations.Nullable;

/** The headers of a request as its library holds them; asked by name, never copied. */
@FunctionalInterface
public interface HeaderSource {
  /** The first value of that header, names compared without case; null if it is absent. */
  @Nullable String get(String name);
}
