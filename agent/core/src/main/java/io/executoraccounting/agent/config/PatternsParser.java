/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns with commas between them; an exclamation mark stands before what does not fit. */
final class PatternsParser<P> implements ValueParser<Patterns<P>> {
  private final ValueParser<P> one;

  PatternsParser(ValueParser<P> one) {
    this.one = one;
  }

  @Override
  public @Nullable Patterns<P> parse(String text) {
    List<P> fitting = new ArrayList<>();
    List<P> excluded = new ArrayList<>();
    for (String item : CommaList.split(text)) {
      boolean not = item.startsWith("!");
      P pattern = one.parse(not ? item.substring(1).trim() : item);
      if (pattern == null) {
        return null;
      }
      (not ? excluded : fitting).add(pattern);
    }
    return fitting.isEmpty() && excluded.isEmpty() ? null : new Patterns<>(fitting, excluded);
  }

  @Override
  public String expected() {
    return one.expected() + "; several with commas between them; ! before one that must not fit";
  }
}
