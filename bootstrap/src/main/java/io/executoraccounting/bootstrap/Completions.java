/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Callbacks of a {@code CompletableFuture}: each belongs to who registered it, whichever thread
 * completes the future. Woven JDK classes call this; never throws.
 */
public final class Completions {
  private Completions() {}

  public static void registered(Object completion) {
    FrameContext context = TaskCarrier.toCarry();
    if (context != null) {
      TaskCarrier.TASKS.set(completion, TaskCarrier.COMPLETION, context);
    }
  }

  /**
   * The callback may be about to run. It may also find that its other source is not complete, or
   * hand itself to a task executor: so its context goes on waiting until it is claimed.
   *
   * @param mode as {@code CompletableFuture} has it: greater than 0 on a task executor's thread,
   *     where the run point of that task executor has set the context already if it is woven
   */
  public static @Nullable FrameScope begin(Object completion, int mode) {
    TaskTable tasks = TaskCarrier.TASKS;
    if (mode > 0) {
      FrameContext handed = tasks.isEmpty() ? null : tasks.take(completion, TaskCarrier.COMPLETION);
      return handed == null ? null : TaskCarrier.begin(handed);
    }
    return TaskCarrier.begin(
        tasks.isEmpty() ? null : tasks.peek(completion, TaskCarrier.COMPLETION));
  }

  public static void end(@Nullable Object scope, int mode) {
    if (scope != null || mode <= 0) {
      TaskCarrier.end((FrameScope) scope);
    }
  }

  /** This thread, and no other, now runs the callback. */
  public static void claimed(Object completion) {
    if (!TaskCarrier.TASKS.isEmpty()) {
      TaskCarrier.TASKS.take(completion, TaskCarrier.COMPLETION);
    }
  }
}
