/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import org.jspecify.annotations.Nullable;

/** A public key, and the algorithms it is for. Safe for use by many threads. */
abstract class VerificationKey {
  private final @Nullable String id;
  private final @Nullable String algorithm;

  /**
   * @param id {@code kid}, null if the set does not say
   * @param algorithm the one that the set restricts it to, null if it does not
   */
  VerificationKey(@Nullable String id, @Nullable String algorithm) {
    this.id = id;
    this.algorithm = algorithm;
  }

  boolean isCalled(String keyId) {
    return keyId.equals(id);
  }

  /** Whether a token signed so could be signed with this key. */
  boolean fits(String wanted) {
    return isFor(wanted) && (algorithm == null || algorithm.equals(wanted));
  }

  /** Whether the key is of that algorithm's type and size. */
  abstract boolean isFor(String wanted);

  /**
   * @param input the characters before the token's last dot, which are ASCII
   * @return null if this JVM cannot say: it lacks the algorithm
   */
  abstract @Nullable Boolean verify(String wanted, byte[] input, byte[] signature);
}
