/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers something about an object of the application for as long as the application holds it:
 * keys are weak and compared by identity, none of their methods is called.
 *
 * <p>Safe for use by many threads; never blocks. What was collected is swept by the agent's own
 * thread through {@link #sweep()}, never inside a call of the application. A value must not refer
 * to its key.
 */
public final class WeakIdentityMap<K, V> {
  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  private final ConcurrentMap<Key, V> entries = new ConcurrentHashMap<>();

  public @Nullable V get(K key) {
    return entries.get(new Probe(key));
  }

  public void put(K key, V value) {
    entries.put(new Held(key, entries), value);
  }

  /** Puts the value unless there is one; returns the one that was there, null if none was. */
  public @Nullable V putIfAbsent(K key, V value) {
    return entries.putIfAbsent(new Held(key, entries), value);
  }

  public @Nullable V remove(K key) {
    return entries.remove(new Probe(key));
  }

  /** What is remembered now, in no order; weakly consistent. */
  public Collection<V> values() {
    return entries.values();
  }

  /** Cheaper than a look-up: for what runs often, and nearly always finds nothing. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }

  /** Drops the entries, of all maps, whose keys were collected. For the agent's own threads. */
  public static void sweep() {
    Object collected = COLLECTED.poll();
    while (collected != null) {
      Held held = (Held) collected;
      held.owner.remove(held);
      collected = COLLECTED.poll();
    }
  }

  /** Equal to another key of the same object; to look up without making a reference. */
  private interface Key {
    @Nullable Object target();
  }

  private static boolean same(Key key, @Nullable Object other) {
    if (key == other) {
      return true;
    }
    Object target = key.target();
    return target != null && other instanceof Key && ((Key) other).target() == target;
  }

  private static final class Probe implements Key {
    private final Object target;

    Probe(Object target) {
      this.target = target;
    }

    @Override
    public Object target() {
      return target;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return same(this, other);
    }
  }

  private static final class Held extends WeakReference<Object> implements Key {
    private final int hash;
    private final ConcurrentMap<Key, ?> owner;

    Held(Object target, ConcurrentMap<Key, ?> owner) {
      super(target, COLLECTED);
      this.hash = System.identityHashCode(target);
      this.owner = owner;
    }

    @Override
    public @Nullable Object target() {
      return get();
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return same(this, other);
    }
  }
}
