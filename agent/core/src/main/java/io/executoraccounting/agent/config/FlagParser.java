/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

final class FlagParser implements ValueParser<Boolean> {
  @Override
  public @Nullable Boolean parse(String text) {
    if (text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  @Override
  public String expected() {
    return "true or false";
  }
}
