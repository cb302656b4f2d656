/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of one sort with commas between them; at least one. */
final class ItemsParser<T> implements ValueParser<List<T>> {
  private final ValueParser<T> one;

  ItemsParser(ValueParser<T> one) {
    this.one = one;
  }

  @Override
  public @Nullable List<T> parse(String text) {
    List<T> items = new ArrayList<>();
    for (String item : CommaList.split(text)) {
      T parsed = one.parse(item);
      if (parsed == null) {
        return null;
      }
      items.add(parsed);
    }
    return items.isEmpty() ? null : Collections.unmodifiableList(items);
  }

  @Override
  public String expected() {
    return one.expected() + "; several with commas between them";
  }
}
