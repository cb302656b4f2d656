/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in the queue of a {@code ThreadPoolExecutor}. Woven JDK classes call this; never throws.
 *
 * <p>One object may wait several times, handed over by several contexts and by none. Its runs are
 * alike, so it does not matter which run gets which context, as long as each is used once: every
 * acceptance inside a frame leaves an entry, every run or removal takes one, and the runs that find
 * none are those of nobody. An acceptance by nobody leaves an empty entry where the object waits
 * already, which keeps the order without a cost for all others.
 */
public final class PooledTasks {
  private PooledTasks() {}

  /**
   * Called before {@code pool} takes the task in.
   *
   * @return what {@link #refused} needs if the pool then does not; null for nothing
   */
  public static @Nullable FrameContext accepted(@Nullable Object task, Object pool) {
    if (task == null) {
      return null;
    }
    TaskTable tasks = TaskCarrier.TASKS;
    if (!tasks.isEmpty() && tasks.holds(task, doubtful(pool))) {
      // A handler rejected that object before: whether it waits nevertheless cannot be told.
      tasks.set(task, doubtful(pool), FrameContext.STALE);
    }
    FrameContext context = TaskCarrier.toCarry();
    if (context == null) {
      if (tasks.isEmpty() || !tasks.holds(task, place(pool))) {
        return null;
      }
      context = FrameContext.EMPTY;
    }
    tasks.add(task, place(pool), context);
    return context;
  }

  /** Called before a scheduling pool takes in a task of its own making. */
  public static void scheduled(@Nullable Object task, Object pool) {
    FrameContext context = TaskCarrier.toCarry();
    if (context != null && task != null) {
      TaskCarrier.TASKS.add(task, place(pool), context);
    }
  }

  /** The pool failed to take it in: it could not start a thread. */
  public static void refused(
      @Nullable Object task, Object pool, @Nullable Object context, Throwable thrown) {
    boolean seenAlready = thrown instanceof RejectedExecutionException;
    if (task != null && context instanceof FrameContext && !seenAlready) {
      TaskCarrier.TASKS.withdraw(task, place(pool), (FrameContext) context);
    }
  }

  /** It was taken out of the queue and will not run. */
  public static void removed(@Nullable Object task, Object pool) {
    if (task != null && !TaskCarrier.TASKS.isEmpty()) {
      TaskCarrier.TASKS.take(task, place(pool));
    }
  }

  /**
   * A rejection handler gets the task, and may put it into the queue behind the pool's back. What
   * is left for that case serves only a run that finds nothing else.
   */
  public static void rejected(Object task, Object pool) {
    FrameContext context = TaskCarrier.toCarry();
    TaskCarrier.TASKS.withdraw(task, place(pool), context == null ? FrameContext.EMPTY : context);
    if (context != null) {
      TaskCarrier.TASKS.set(task, doubtful(pool), context);
    }
  }

  /** The rejection handler is one of the JDK's, which puts no task into the queue. */
  public static void rejectedForGood(Object task, Object pool) {
    if (!TaskCarrier.TASKS.isEmpty()) {
      TaskCarrier.TASKS.take(task, doubtful(pool));
    }
  }

  /** Stands for the call by which a rejection handler throws the oldest task away. */
  public static @Nullable Object poll(BlockingQueue<?> queue) {
    Object task = queue.poll();
    if (task != null && !TaskCarrier.TASKS.isEmpty()) {
      TaskCarrier.TASKS.takeFromAnyPool(task);
    }
    return task;
  }

  /** This thread begins to work for {@code pool}, and for nobody else. */
  public static void serves(Object pool) {
    ThreadFrames.current().pool = place(pool);
  }

  /**
   * Runs a task of the pool that this thread {@link #serves}, in the task's own context; what it
   * throws passes unchanged.
   */
  public static void run(Runnable task) {
    FrameScope scope = TaskCarrier.begin(take(task, ThreadFrames.current().pool));
    try {
      task.run();
    } finally {
      TaskCarrier.end(scope);
    }
  }

  /**
   * A worker looks for its next task. Where its loop was running before the agent came, that is the
   * only sign that the last task is over.
   */
  public static void seeks() {
    ThreadFrames frames = ThreadFrames.existing();
    if (frames != null && frames.pool == 0) {
      TaskCarrier.end(null);
    }
  }

  /** A worker found its next task; one whose loop is older than the agent begins it here. */
  public static void found(@Nullable Object task, Object pool) {
    if (task == null || TaskCarrier.TASKS.isEmpty()) {
      return;
    }
    ThreadFrames frames = ThreadFrames.existing();
    if (frames == null || frames.pool == 0) {
      TaskCarrier.begin(take(task, place(pool)));
    }
  }

  private static @Nullable FrameContext take(Object task, int place) {
    TaskTable tasks = TaskCarrier.TASKS;
    if (tasks.isEmpty()) {
      return null;
    }
    FrameContext context = tasks.take(task, place);
    return context == null ? tasks.take(task, place | Integer.MIN_VALUE) : context;
  }

  /** A number instead of the pool itself, which an entry of a long-lived task would keep alive. */
  private static int place(Object pool) {
    return System.identityHashCode(pool);
  }

  private static int doubtful(Object pool) {
    return place(pool) | Integer.MIN_VALUE;
  }
}
