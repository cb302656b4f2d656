/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** All classes of the JVM. */
public final class AllClasses {
  private static final Class<?>[] NONE = {};

  private AllClasses() {}

  /** Empty where the JVM is ending: HotSpot then answers null, against its contract. */
  public static Class<?>[] of(Instrumentation instrumentation) {
    Class<?> @Nullable [] loaded = instrumentation.getAllLoadedClasses();
    return loaded == null ? NONE : loaded;
  }
}
