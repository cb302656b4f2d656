/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * HMAC-SHA-256 (RFC 2104), cut to 128 bits. Safe for use by many threads; never blocks.
 *
 * <p>It is built from {@link MessageDigest} because {@code javax.crypto} verifies provider jars and
 * reads policy files when it is first used, which would happen on an application's thread; and it
 * clones two prepared digests because looking an algorithm up takes locks.
 */
final class KeyedHash {
  private static final int BLOCK = 64;

  private final MessageDigest inner;
  private final MessageDigest outer;

  /**
   * @param key 1 to 64 bytes
   */
  KeyedHash(byte[] key) {
    byte[] block = Arrays.copyOf(key, BLOCK);
    inner = prepared(block, (byte) 0x36);
    outer = prepared(block, (byte) 0x5c);
    Arrays.fill(block, (byte) 0);
  }

  private static MessageDigest prepared(byte[] block, byte pad) {
    byte[] padded = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      padded[i] = (byte) (block[i] ^ pad);
    }
    MessageDigest digest = sha256();
    digest.update(padded);
    Arrays.fill(padded, (byte) 0);
    return digest;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * 22 characters of base64url over the domain and the text; no text of one domain meets another's.
   */
  String of(String domain, String text) {
    byte[] secret = text.getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest digest = (MessageDigest) inner.clone();
      digest.update(domain.getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) 0);
      byte[] hashed = digest.digest(secret);
      MessageDigest last = (MessageDigest) outer.clone();
      byte[] mac = last.digest(hashed);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 16));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this platform cannot be cloned", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
