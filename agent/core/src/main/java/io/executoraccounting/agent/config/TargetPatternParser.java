/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import org.jspecify.annotations.Nullable;

/** {@code system:host/resource}; without a slash everything on that host. */
final class TargetPatternParser implements ValueParser<TargetPattern> {
  @Override
  public @Nullable TargetPattern parse(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    int end = slash < 0 ? text.length() : slash;
    // Somebody who writes a URL means its host, which is not where it would be looked for.
    if (colon < 1 || colon + 1 >= end || text.indexOf(' ') >= 0) {
      return null;
    }
    return new TargetPattern(
        text.substring(0, colon),
        text.substring(colon + 1, end),
        slash < 0 ? null : text.substring(slash + 1));
  }

  @Override
  public String expected() {
    return "system:host or system:host/resource, * for any characters, as postgresql:*/orders";
  }
}
