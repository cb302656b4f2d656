/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of a request or response as its library holds them; asked by name, never copied. */
@FunctionalInterface
public interface HeaderSource {
  /** The first value of that header, names compared without case; null if it is absent. */
  @Nullable String get(String name);

  /**
   * All values of that header, in order; empty if it is absent. Where the library's header may
   * stand several times this is to be overridden: the default knows the first alone.
   */
  default List<String> all(String name) {
    String first = get(name);
    return first == null ? Collections.emptyList() : Collections.singletonList(first);
  }
}
