/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import io.executoraccounting.agent.identity.SignatureVerifier.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What is known of one issuer's keys. Safe for use by many threads. */
final class IssuerKeys {
  private volatile KeySet keys = KeySet.EMPTY;
  private volatile boolean wanted;
  private volatile @Nullable Thread refresher;

  Verdict verify(String token, String algorithm, @Nullable String keyId) {
    KeySet known = keys;
    if (algorithm.startsWith("HS")) {
      // A secret that only the issuer has signs its refresh tokens, for instance. But where the
      // key is one that everybody knows, its text was taken for the secret.
      return keyId != null && known.has(keyId) ? Verdict.INVALID : Verdict.UNCHECKED;
    }
    VerificationKey key = known.find(keyId, algorithm);
    if (key != null) {
      return verify(token, algorithm, key);
    }
    if (known == KeySet.EMPTY || (keyId != null && !known.has(keyId))) {
      want();
      return Verdict.UNDECIDED;
    }
    return keyId == null || !isSupported(algorithm) ? Verdict.UNCHECKED : Verdict.INVALID;
  }

  private static Verdict verify(String token, String algorithm, VerificationKey key) {
    int dot = token.lastIndexOf('.');
    byte[] input = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
    Boolean valid;
    try {
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      valid = key.verify(algorithm, input, signature);
    } catch (IllegalArgumentException notBase64) {
      valid = false;
    } catch (RuntimeException e) {
      valid = null;
    }
    if (valid == null) {
      return Verdict.UNCHECKED;
    }
    return valid ? Verdict.VERIFIED : Verdict.INVALID;
  }

  /** An algorithm of which every JVM with the key could tell whether it fits the key. */
  private static boolean isSupported(String algorithm) {
    switch (algorithm) {
      case "RS256":
      case "RS384":
      case "RS512":
      case "PS256":
      case "PS384":
      case "PS512":
      case "ES256":
      case "ES384":
      case "ES512":
        return true;
      default:
        return false;
    }
  }

  private void want() {
    Thread waiting = refresher;
    if (!wanted && waiting != null) {
      wanted = true;
      LockSupport.unpark(waiting);
    }
  }

  /** Whether a key was missed since the last time; for the thread that refreshes. */
  boolean takeWanted() {
    boolean was = wanted;
    wanted = false;
    return was;
  }

  boolean isWanted() {
    return wanted;
  }

  void refreshedBy(Thread thread) {
    refresher = thread;
  }

  void replace(KeySet fresh) {
    keys = fresh;
  }

  KeySet current() {
    return keys;
  }
}
