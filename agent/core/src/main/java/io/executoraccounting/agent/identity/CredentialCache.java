/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialUse;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read from a credential under a keyed hash of its text, never under the text.
 * Bounded; reads and writes take no lock. A lost race costs one more parsing and nothing else.
 */
final class CredentialCache {
  private final AtomicReferenceArray<@Nullable Entry> entries;
  private final SipHash hash;

  /**
   * @param size a power of two
   */
  CredentialCache(int size) {
    entries = new AtomicReferenceArray<>(size);
    SecureRandom random = new SecureRandom();
    hash = new SipHash(random.nextLong(), random.nextLong());
  }

  /** The same text read for another purpose has another key. */
  SipHash.Digest key(int purpose, String text) {
    SipHash.Digest digest = hash.of(text);
    return new SipHash.Digest(digest.high ^ purpose, digest.low);
  }

  @Nullable CredentialUse get(SipHash.Digest key) {
    int slot = slot(key);
    Entry first = entries.get(slot);
    if (first != null && first.key.sameAs(key)) {
      return first.use;
    }
    Entry second = entries.get(slot ^ 1);
    return second != null && second.key.sameAs(key) ? second.use : null;
  }

  /** The newest is kept in front; what stood there moves back and pushes out what was behind. */
  void put(SipHash.Digest key, CredentialUse use) {
    int slot = slot(key);
    Entry displaced = entries.getAndSet(slot, new Entry(key, use));
    if (displaced != null && !displaced.key.sameAs(key)) {
      entries.set(slot ^ 1, displaced);
    }
  }

  private int slot(SipHash.Digest key) {
    return (int) key.low & (entries.length() - 1);
  }

  private static final class Entry {
    final SipHash.Digest key;
    final CredentialUse use;

    Entry(SipHash.Digest key, CredentialUse use) {
      this.key = key;
      this.use = use;
    }
  }
}
