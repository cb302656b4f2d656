/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The contexts that one task object waits with in one place. A single one, which is nearly always
 * all there is, needs no queue; after the first time that two wait together there is a queue for as
 * long as the task object lives.
 */
final class HandedOver extends WeakReference<Object> {
  /** More waiting runs of one shared object are counted, and run without being believed. */
  static final int MAX_WAITING = 1 << 16;

  private static final AtomicReferenceFieldUpdater<HandedOver, Object> WAITING =
      AtomicReferenceFieldUpdater.newUpdater(HandedOver.class, Object.class, "waiting");

  private static final Object DONE = new Object();

  final int hash;
  final int place;

  /** A {@link FrameContext}, a {@link Queue}, or {@link #DONE}. */
  private volatile Object waiting;

  HandedOver(Object task, int hash, int place, FrameContext context) {
    super(task);
    this.hash = hash;
    this.place = place;
    this.waiting = context;
  }

  boolean isFor(Object task, int hash, int place) {
    return this.hash == hash && this.place == place && get() == task;
  }

  boolean isDone() {
    return waiting == DONE;
  }

  /** False if it was done in the meantime: the caller needs another one. */
  boolean add(FrameContext context) {
    while (true) {
      Object now = waiting;
      if (now == DONE) {
        return false;
      }
      if (now instanceof Queue) {
        ((Queue) now).add(context);
        return true;
      }
      Queue both = new Queue();
      both.add((FrameContext) now);
      both.add(context);
      if (WAITING.compareAndSet(this, now, both)) {
        return true;
      }
    }
  }

  /** Makes {@code context} all that waits; false if it was done in the meantime. */
  boolean replace(FrameContext context) {
    while (true) {
      Object now = waiting;
      if (now == DONE) {
        return false;
      }
      if (WAITING.compareAndSet(this, now, context)) {
        return true;
      }
    }
  }

  @Nullable FrameContext peek() {
    Object now = waiting;
    return now instanceof FrameContext ? (FrameContext) now : null;
  }

  /** The context that has waited longest, null if none does. */
  @Nullable FrameContext take() {
    while (true) {
      Object now = waiting;
      if (now == DONE) {
        return null;
      }
      if (now instanceof Queue) {
        return ((Queue) now).take();
      }
      if (WAITING.compareAndSet(this, now, DONE)) {
        return (FrameContext) now;
      }
    }
  }

  /** Takes back one that was added with this very context. */
  void withdraw(FrameContext context) {
    while (true) {
      Object now = waiting;
      if (now instanceof Queue) {
        ((Queue) now).withdraw(context);
        return;
      }
      if (now != context || WAITING.compareAndSet(this, now, DONE)) {
        return;
      }
    }
  }

  /** First come, first served; at most {@link #MAX_WAITING}. */
  private static final class Queue {
    private final ConcurrentLinkedQueue<FrameContext> contexts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    void add(FrameContext context) {
      if (size.incrementAndGet() > MAX_WAITING) {
        size.decrementAndGet();
        lost.incrementAndGet();
      } else {
        contexts.add(context);
      }
    }

    @Nullable FrameContext take() {
      FrameContext context = contexts.poll();
      if (context != null) {
        size.decrementAndGet();
        return context;
      }
      return lost.get() > 0 && lost.getAndDecrement() > 0 ? FrameContext.STALE : null;
    }

    void withdraw(FrameContext context) {
      if (contexts.remove(context)) {
        size.decrementAndGet();
      } else if (lost.get() > 0) {
        lost.getAndDecrement();
      }
    }
  }
}
