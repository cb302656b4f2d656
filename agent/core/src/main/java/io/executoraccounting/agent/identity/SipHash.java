/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

/**
 * SipHash-2-4 with 128 bits of output over the ISO 8859-1 bytes of a text, read in place; a text
 * with other characters is hashed by its UTF-16LE bytes under another key. Source: Aumasson and
 * Bernstein, "SipHash: a fast short-input PRF", and its reference implementation.
 */
final class SipHash {
  private final long key0;
  private final long key1;

  SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** Texts with one digest are one text, as far as anybody without the key can tell. */
  Digest of(String text) {
    State state = new State(key0, key1);
    int length = text.length();
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      int all = 0;
      long word = 0;
      for (int k = 0; k < 8; k++) {
        char c = text.charAt(i + k);
        all |= c;
        word |= (long) c << (8 * k);
      }
      if (all > 0xff) {
        return ofWide(text);
      }
      state.absorb(word);
    }
    long last = (long) length << 56;
    for (int k = 0; i + k < length; k++) {
      char c = text.charAt(i + k);
      if (c > 0xff) {
        return ofWide(text);
      }
      last |= (long) c << (8 * k);
    }
    state.absorb(last);
    return state.finish();
  }

  private Digest ofWide(String text) {
    State state = new State(~key0, ~key1);
    int length = text.length();
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      state.absorb(wide(text, i, 4));
    }
    state.absorb((long) length << 57 | wide(text, i, length - i));
    return state.finish();
  }

  private static long wide(String text, int from, int count) {
    long word = 0;
    for (int k = 0; k < count; k++) {
      word |= (long) text.charAt(from + k) << (16 * k);
    }
    return word;
  }

  static final class Digest {
    final long high;
    final long low;

    Digest(long high, long low) {
      this.high = high;
      this.low = low;
    }

    boolean sameAs(Digest other) {
      return high == other.high && low == other.low;
    }
  }

  private static final class State {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    State(long key0, long key1) {
      v0 = key0 ^ 0x736f6d6570736575L;
      v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
      v2 = key0 ^ 0x6c7967656e657261L;
      v3 = key1 ^ 0x7465646279746573L;
    }

    void absorb(long word) {
      v3 ^= word;
      round();
      round();
      v0 ^= word;
    }

    Digest finish() {
      v2 ^= 0xee;
      for (int i = 0; i < 4; i++) {
        round();
      }
      long first = v0 ^ v1 ^ v2 ^ v3;
      v1 ^= 0xdd;
      for (int i = 0; i < 4; i++) {
        round();
      }
      return new Digest(first, v0 ^ v1 ^ v2 ^ v3);
    }

    private void round() {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
