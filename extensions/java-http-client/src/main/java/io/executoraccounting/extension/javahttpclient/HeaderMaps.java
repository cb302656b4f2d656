/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import io.executoraccounting.spi.HeaderSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers as the client holds them: maps that compare names without case, of lists of values. */
final class HeaderMaps implements HeaderSource {
  private final Map<?, ?> first;
  private final Map<?, ?> second;

  /**
   * @param second is asked for what the first does not have
   */
  HeaderMaps(Map<?, ?> first, Map<?, ?> second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public @Nullable String get(String name) {
    List<?> values = values(name);
    return values.isEmpty() ? null : (String) values.get(0);
  }

  @Override
  public List<String> all(String name) {
    List<String> all = new ArrayList<>();
    for (Object value : values(name)) {
      all.add((String) value);
    }
    return all;
  }

  private List<?> values(String name) {
    Object own = first.get(name);
    Object values = own == null ? second.get(name) : own;
    return values instanceof List ? (List<?>) values : Collections.emptyList();
  }
}
