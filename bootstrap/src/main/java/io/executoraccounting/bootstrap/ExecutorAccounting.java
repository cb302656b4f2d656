/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.concurrent.Callable;

/**
 * Says in code who executes, where no framework that the agent knows says it.
 *
 * <pre>{@code
 * ExecutorAccounting.runAs(ExecutorIdentity.agent("support-bot"), () -> closeTicket(id));
 * }</pre>
 *
 * <p>Without the Java agent both methods only run what they are given.
 */
public final class ExecutorAccounting {
  private ExecutorAccounting() {}

  /** Runs {@code action} as {@code identity}; what it throws is passed on unchanged. */
  public static void runAs(ExecutorIdentity identity, Runnable action) {
    FrameScope scope = FrameStack.pushActing(ExecutorFrame.Kind.RUN_AS, identity);
    try {
      action.run();
    } finally {
      scope.close();
    }
  }

  /**
   * Calls {@code action} as {@code identity} and returns its result.
   *
   * @throws Exception what {@code action} throws, unchanged
   */
  public static <T> T callAs(ExecutorIdentity identity, Callable<T> action) throws Exception {
    FrameScope scope = FrameStack.pushActing(ExecutorFrame.Kind.RUN_AS, identity);
    try {
      return action.call();
    } finally {
      scope.close();
    }
  }
}
