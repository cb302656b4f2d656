/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where handlers find the agent. */
public final class Accounting {
  private static final AtomicReference<@Nullable AccountingService> SERVICE =
      new AtomicReference<>();

  private Accounting() {}

  /** The running agent's service; null before it has started and after it was detached. */
  public static @Nullable AccountingService service() {
    return SERVICE.get();
  }

  /** For the agent alone. */
  public static void serve(@Nullable AccountingService service) {
    SERVICE.set(service);
  }
}
