/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

final class CountParser implements ValueParser<Integer> {
  private final int minimum;
  private final int maximum;

  CountParser(int minimum, int maximum) {
    this.minimum = minimum;
    this.maximum = maximum;
  }

  @Override
  public @Nullable Integer parse(String text) {
    try {
      int value = Integer.parseInt(text);
      return value < minimum || value > maximum ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public String expected() {
    return "a whole number from " + minimum + " to " + maximum;
  }
}
