/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * From task objects, by identity and held weakly, to the contexts they were handed over with.
 *
 * <p>It runs inside {@code Thread.start} and on virtual threads, where a monitor may pin a carrier
 * and {@code ConcurrentHashMap} takes one in a bin that is not empty. So each bucket is an
 * immutable list whose head is exchanged by compare-and-set, and what the collector cleared waits
 * for {@link #expunge}.
 */
final class TaskTable {
  private static final int BUCKETS = 1 << 14;

  /** Tasks beyond these wait without a context. */
  static final int MAX_TASKS = 1 << 17;

  private final AtomicReferenceArray<@Nullable Link> buckets = new AtomicReferenceArray<>(BUCKETS);
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();
  private volatile long refusedAtNanos;

  boolean isEmpty() {
    return size.get() == 0;
  }

  int size() {
    return size.get();
  }

  /** How many tasks were not remembered because there were too many. */
  long refused() {
    return refused.get();
  }

  /** Whether a task that is not remembered may be one that was refused: so for a minute. */
  boolean forgetsTasks() {
    return refused.get() > 0 && System.nanoTime() - refusedAtNanos < 60_000_000_000L;
  }

  /** Lets the task wait with {@code context} behind what it waits with already. */
  void add(Object task, int place, FrameContext context) {
    put(task, place, context, false);
  }

  /** Lets the task wait with {@code context} alone. */
  void set(Object task, int place, FrameContext context) {
    put(task, place, context, true);
  }

  private void put(Object task, int place, FrameContext context, boolean alone) {
    int hash = System.identityHashCode(task);
    HandedOver created = null;
    while (true) {
      Link head = bucket(hash);
      HandedOver known = find(head, task, hash, place);
      if (known != null && (alone ? known.replace(context) : known.add(context))) {
        return;
      }
      if (size.get() >= MAX_TASKS) {
        refusedAtNanos = System.nanoTime();
        refused.incrementAndGet();
        return;
      }
      if (created == null) {
        created = new HandedOver(task, hash, place, context);
      }
      Link rest = known == null ? head : without(head, known);
      if (buckets.compareAndSet(index(hash), head, new Link(created, rest))) {
        if (known == null) {
          size.incrementAndGet();
        }
        return;
      }
    }
  }

  /** Whether the task waits there, or did while its object was shared. */
  boolean holds(Object task, int place) {
    int hash = System.identityHashCode(task);
    return find(bucket(hash), task, hash, place) != null;
  }

  /** The context that waits, and goes on waiting; null if none does. */
  @Nullable FrameContext peek(Object task, int place) {
    int hash = System.identityHashCode(task);
    HandedOver known = find(bucket(hash), task, hash, place);
    return known == null ? null : known.peek();
  }

  /** The context that has waited longest, which no other call gets; null if none waits. */
  @Nullable FrameContext take(Object task, int place) {
    int hash = System.identityHashCode(task);
    HandedOver known = find(bucket(hash), task, hash, place);
    if (known == null) {
      return null;
    }
    FrameContext context = known.take();
    forgetIfDone(known);
    return context;
  }

  /** As {@link #take}, where it is not known in which pool the task waited. */
  void takeFromAnyPool(Object task) {
    int hash = System.identityHashCode(task);
    for (Link link = bucket(hash); link != null; link = link.rest) {
      if (link.task.place >= 0 && link.task.isFor(task, hash, link.task.place)) {
        link.task.take();
        forgetIfDone(link.task);
        return;
      }
    }
  }

  /** Takes back what {@link #add} was given. */
  void withdraw(Object task, int place, FrameContext context) {
    int hash = System.identityHashCode(task);
    HandedOver known = find(bucket(hash), task, hash, place);
    if (known != null) {
      known.withdraw(context);
      forgetIfDone(known);
    }
  }

  /** Forgets tasks that the collector has cleared. For a thread of the agent's own. */
  void expunge() {
    for (int i = 0; i < BUCKETS; i++) {
      for (Link link = buckets.get(i); link != null; link = link.rest) {
        if (link.task.get() == null || link.task.isDone()) {
          unlink(link.task);
        }
      }
    }
  }

  void clear() {
    for (int i = 0; i < BUCKETS; i++) {
      for (Link link = buckets.get(i); link != null; link = link.rest) {
        unlink(link.task);
      }
    }
  }

  private void forgetIfDone(HandedOver task) {
    if (task.isDone()) {
      unlink(task);
    }
  }

  private void unlink(HandedOver task) {
    while (true) {
      Link head = bucket(task.hash);
      if (!contains(head, task)) {
        return;
      }
      if (buckets.compareAndSet(index(task.hash), head, without(head, task))) {
        size.decrementAndGet();
        return;
      }
    }
  }

  private @Nullable Link bucket(int hash) {
    return buckets.get(index(hash));
  }

  private static int index(int hash) {
    return (hash ^ hash >>> 16) & (BUCKETS - 1);
  }

  private static @Nullable HandedOver find(@Nullable Link head, Object task, int hash, int place) {
    for (Link link = head; link != null; link = link.rest) {
      if (link.task.isFor(task, hash, place)) {
        return link.task;
      }
    }
    return null;
  }

  private static boolean contains(@Nullable Link head, HandedOver task) {
    for (Link link = head; link != null; link = link.rest) {
      if (link.task == task) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Link without(@Nullable Link head, HandedOver task) {
    Link copied = null;
    for (Link link = head; link != null; link = link.rest) {
      if (link.task == task) {
        return prepended(copied, link.rest);
      }
      copied = new Link(link.task, copied);
    }
    return head;
  }

  private static @Nullable Link prepended(@Nullable Link reversed, @Nullable Link rest) {
    Link all = rest;
    for (Link link = reversed; link != null; link = link.rest) {
      all = new Link(link.task, all);
    }
    return all;
  }

  private static final class Link {
    final HandedOver task;
    final @Nullable Link rest;

    Link(HandedOver task, @Nullable Link rest) {
      this.task = task;
      this.rest = rest;
    }
  }
}
