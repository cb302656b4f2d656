/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Carries contexts beside the tasks they belong to. A task is never wrapped: the application's own
 * object stands in the queue, comes out of {@code remove} and {@code getQueue}, and is what {@code
 * beforeExecute} and a rejection handler see.
 *
 * <p>A run point calls {@link #begin} before a task and {@link #end} after it; both never throw,
 * never block, and allocate nothing where there is no frame.
 */
public final class TaskCarrier {
  static final TaskTable TASKS = new TaskTable();

  /** Places where a task object waits at most once; pools are places with numbers from 0 up. */
  static final int FORKED = -1;

  static final int COMPLETION = -2;
  static final int THREAD = -3;
  static final int TIMER = -4;

  private static volatile long sweptAtNanos = System.nanoTime();

  private TaskCarrier() {}

  /**
   * Forgets tasks that the collector has cleared, at most once a second. For a thread of the
   * agent's own: a pass over the table takes some tens of microseconds.
   */
  public static void sweep() {
    long now = System.nanoTime();
    if (now - sweptAtNanos > 1_000_000_000L) {
      sweptAtNanos = now;
      TASKS.expunge();
    }
  }

  /** As {@link #sweep()}, at once. */
  public static void expunge() {
    TASKS.expunge();
  }

  /** Forgets every task: the agent goes. */
  public static void clear() {
    TASKS.clear();
  }

  /** How many tasks wait with a context. */
  public static int waiting() {
    return TASKS.size();
  }

  /** How many tasks had to go without their context because too many waited. */
  public static long refused() {
    return TASKS.refused();
  }

  /**
   * Loads and links all that runs at a weave point, so that none of it happens inside {@code
   * Thread.start} or a pool's lock.
   */
  public static void prepare() {
    Runnable task = new Preparation();
    FrameScope scope =
        FrameStack.pushActing(
            ExecutorFrame.Kind.RUN_AS, ExecutorIdentity.of("prepare", IdentityType.UNKNOWN));
    PooledTasks.accepted(task, task);
    PooledTasks.accepted(task, task);
    PooledTasks.removed(task, task);
    ForkedTasks.pushed(task);
    ForkedTasks.end(ForkedTasks.begin(task));
    Completions.registered(task);
    Completions.end(Completions.begin(task, 1), 1);
    ThreadStarts.starting(Thread.currentThread());
    TimedTasks.scheduled(task, 0);
    TimedTasks.refused(task, TASKS.take(task, TIMER));
    TimedTasks.end(TimedTasks.beginPeriodic());
    scope.close();
    PooledTasks.found(task, task);
    PooledTasks.seeks();
    TASKS.expunge();
  }

  /** The context of this thread if a task that is handed over now has to take one along. */
  static @Nullable FrameContext toCarry() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames == null || frames.isEmpty()) {
      return null;
    }
    FrameContext context = frames.handOver();
    return context == FrameContext.EMPTY ? null : context;
  }

  /**
   * Begins a task on this thread.
   *
   * @param handed what it was handed over with, null where nothing is known of it
   * @return what {@link #end} needs; null where neither task nor thread has a frame
   */
  static @Nullable FrameScope begin(@Nullable FrameContext handed) {
    FrameContext context = handed == null ? ofUnknown() : handed;
    if (context == FrameContext.EMPTY) {
      ThreadFrames frames = ThreadFrames.existing();
      if (frames == null || frames.isEmpty()) {
        return null;
      }
    }
    return FrameStack.attach(context);
  }

  private static FrameContext ofUnknown() {
    return TASKS.forgetsTasks() ? FrameContext.STALE : FrameContext.EMPTY;
  }

  /** Ends a task: whatever it left open on the thread ends with it. */
  static void end(@Nullable FrameScope scope) {
    if (scope != null) {
      scope.close();
      return;
    }
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null) {
      frames.innermost = null;
    }
  }

  private static final class Preparation implements Runnable {
    @Override
    public void run() {}
  }
}
