/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door through which tests see what is recorded in their own JVM; {@code
 * executor-accounting-junit} is what uses it. While nobody observes it costs one read per record
 * and call.
 */
public final class ObservedRecords {
  private static final AtomicReference<@Nullable Consumer<RecordedCall>> OBSERVER =
      new AtomicReference<>();
  private static final AtomicReference<@Nullable ObservedAgent> AGENT = new AtomicReference<>();

  private ObservedRecords() {}

  /**
   * From now on each record is given to {@code observer} on the agent's thread, which waits for it;
   * what it throws is ignored. Null ends that.
   */
  public static void observe(@Nullable Consumer<RecordedCall> observer) {
    OBSERVER.set(observer);
  }

  /** Null while nobody observes. */
  public static @Nullable Consumer<RecordedCall> observer() {
    return OBSERVER.get();
  }

  /** For the agent alone. */
  public static void serve(@Nullable ObservedAgent agent) {
    AGENT.set(agent);
  }

  /** The agent that is in this JVM; null if there is none. */
  public static @Nullable ObservedAgent agent() {
    return AGENT.get();
  }
}
