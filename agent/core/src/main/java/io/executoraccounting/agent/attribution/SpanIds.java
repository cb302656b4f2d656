/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.bootstrap.TraceContext;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Makes up ids of spans; zero is not an id (W3C Trace Context s3.2.2). */
final class SpanIds {
  private static final byte SAMPLED = 1;

  private SpanIds() {}

  /** A new span in the trace of its parent, or in a trace of its own. */
  static TraceContext under(@Nullable TraceContext parent) {
    return parent == null
        ? new TraceContext(random(), random(), random(), SAMPLED)
        : parent.withSpanId(random());
  }

  private static long random() {
    long id = ThreadLocalRandom.current().nextLong();
    return id == 0 ? 1 : id;
  }
}
