/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import org.jspecify.annotations.Nullable;

/** The few values that were seen last. Holds no more than what it was made for. */
final class RecentlySeen {
  private final @Nullable String[] values;
  private int size;

  RecentlySeen(int capacity) {
    values = new String[capacity];
  }

  /** Whether it is known; notes nothing. */
  boolean contains(String value) {
    return indexOf(value) < size;
  }

  private int indexOf(String value) {
    int at = 0;
    while (at < size && !value.equals(values[at])) {
      at++;
    }
    return at;
  }

  /** Notes that value as the latest; whether it was known. */
  boolean see(String value) {
    int at = indexOf(value);
    boolean known = at < size;
    if (!known && size < values.length) {
      size++;
    }
    int last = Math.min(at, values.length - 1);
    System.arraycopy(values, 0, values, 1, last);
    values[0] = value;
    return known;
  }
}
