/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.TraceContext;
import org.jspecify.annotations.Nullable;

/** The application's own tracing. Never throws, never blocks, loads no class. */
public interface ApplicationSpans {
  /** Where nobody traces. */
  ApplicationSpans NONE = () -> null;

  /** The application's current span on this thread; null if it has none or does not trace. */
  @Nullable TraceContext current();
}
