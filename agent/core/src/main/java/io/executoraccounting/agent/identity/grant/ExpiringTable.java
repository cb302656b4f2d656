/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Values under names until a time, as many as there are slots. Where there is no slot left, one
 * that has expired makes room, else the oldest of a few neighbours: close to the oldest of all,
 * without a list that writers would have to lock. Safe for use by many threads; none waits for
 * another but in a bin of the map.
 */
final class ExpiringTable<V> {
  private static final int NEIGHBOURS = 16;

  private final ConcurrentHashMap<String, Entry<V>> entries = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable Entry<V>> slots;
  private final AtomicInteger hand = new AtomicInteger();
  private final LongSupplier clock;

  /**
   * @param size a power of two, 16 or more
   * @param clock epoch seconds
   */
  ExpiringTable(int size, LongSupplier clock) {
    slots = new AtomicReferenceArray<>(size);
    this.clock = clock;
  }

  /** Takes the place of what stood under that name. */
  void put(String name, V value, long expiresAtSeconds) {
    Entry<V> entry = new Entry<>(name, value, expiresAtSeconds, hand.getAndIncrement());
    Entry<V> before = entries.put(name, entry);
    if (before != null) {
      before.replaced = true;
    }
    long now = clock.getAsLong();
    for (int attempt = 0; attempt < NEIGHBOURS; attempt++) {
      int slot = freest(entry.age, now);
      Entry<V> displaced = slots.get(slot);
      if (slots.compareAndSet(slot, displaced, entry)) {
        forget(displaced);
        return;
      }
    }
    // Under such contention the newest is worth no more than the others.
    forget(entry);
  }

  @Nullable V get(String name) {
    Entry<V> entry = entries.get(name);
    return entry == null || entry.expiresAtSeconds <= clock.getAsLong() ? null : entry.value;
  }

  int size() {
    return entries.size();
  }

  private int freest(int from, long now) {
    int oldest = from & (slots.length() - 1);
    int oldestAge = 0;
    for (int i = 0; i < NEIGHBOURS; i++) {
      int slot = (from + i) & (slots.length() - 1);
      Entry<V> entry = slots.get(slot);
      if (entry == null || entry.replaced || entry.expiresAtSeconds <= now) {
        return slot;
      }
      int age = from - entry.age;
      if (age > oldestAge) {
        oldestAge = age;
        oldest = slot;
      }
    }
    return oldest;
  }

  private void forget(@Nullable Entry<V> entry) {
    if (entry != null) {
      entries.remove(entry.name, entry);
    }
  }

  private static final class Entry<V> {
    final String name;
    final V value;
    final long expiresAtSeconds;
    final int age;
    volatile boolean replaced;

    Entry(String name, V value, long expiresAtSeconds, int age) {
      this.name = name;
      this.value = value;
      this.expiresAtSeconds = expiresAtSeconds;
      this.age = age;
    }
  }
}
