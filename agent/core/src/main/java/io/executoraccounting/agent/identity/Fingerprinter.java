/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;
import java.security.SecureRandom;

/**
 * Names a secret without telling it: {@code h1:<key id>:<22 characters>}, 128 bits of HMAC-SHA-256
 * over kind and secret. Services that share a key give the same credential the same fingerprint.
 * Never to be asked about a password. Safe for use by many threads.
 */
public final class Fingerprinter {
  /** Bytes of a key. */
  public static final int KEY_LENGTH = 32;

  private final KeyedHash hash;
  private final String prefix;

  /**
   * @param key {@value #KEY_LENGTH} bytes; not kept
   * @throws IllegalArgumentException if it has another length
   */
  public Fingerprinter(byte[] key) {
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException(
          "a fingerprint key has " + KEY_LENGTH + " bytes, not " + key.length);
    }
    hash = new KeyedHash(key);
    prefix = "h1:" + hash.of("key-id", "").substring(0, 8) + ":";
  }

  /** With a key that ends with the process. */
  public static Fingerprinter random() {
    byte[] key = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(key);
    return new Fingerprinter(key);
  }

  /** What tells this key from others, without telling the key: 8 characters. */
  public String keyId() {
    return prefix.substring(3, prefix.length() - 1);
  }

  /** The fingerprint of a secret of that kind. */
  public String of(CredentialKind kind, String secret) {
    return prefix + hash.of("credential " + kind.value(), secret);
  }

  /** What stands for a public id where public ids are not to be told. */
  public String ofPublicId(String publicId) {
    return prefix + hash.of("public-id", publicId);
  }

  /** What a chain of identities is joined by. */
  public String ofChain(String hops) {
    return prefix + hash.of("chain", hops);
  }

  /** What a name is compared by where the name itself must not be kept; never emitted. */
  public String markOf(String name) {
    return hash.of("name", name);
  }

  String pseudonym(String person) {
    return hash.of("person", person);
  }
}
