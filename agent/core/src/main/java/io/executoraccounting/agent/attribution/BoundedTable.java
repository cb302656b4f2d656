/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was not used for longest when it is full. For one thread. */
public final class BoundedTable<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;

  private final int bound;

  public BoundedTable(int bound) {
    super(16, 0.75f, true);
    this.bound = bound;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > bound;
  }
}
