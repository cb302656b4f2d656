/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.HeaderSource;
import org.jspecify.annotations.Nullable;

/** As {@link io.executoraccounting.spi.AccountingService#watchGrant}. */
@FunctionalInterface
public interface GrantWatching {
  @Nullable GrantWatch watch(
      String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String rawPath,
      HeaderSource headers);
}
