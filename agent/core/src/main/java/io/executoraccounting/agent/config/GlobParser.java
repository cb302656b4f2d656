/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

final class GlobParser implements ValueParser<Glob> {
  private final String noun;

  /**
   * @param noun what a pattern stands for, as {@code a scope}
   */
  GlobParser(String noun) {
    this.noun = noun;
  }

  @Override
  public @Nullable Glob parse(String text) {
    return text.isEmpty() ? null : Glob.exact(text);
  }

  @Override
  public String expected() {
    return noun + ", * for any characters";
  }
}
