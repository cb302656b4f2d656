/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of an issuer at one time. Immutable. */
final class KeySet {
  static final KeySet EMPTY = new KeySet(Collections.emptyList());

  private final List<VerificationKey> keys;

  /**
   * @param keys not changed any more
   */
  KeySet(List<VerificationKey> keys) {
    this.keys = keys;
  }

  List<VerificationKey> keys() {
    return keys;
  }

  /** Whether the issuer has a key of that name, for whatever it is. */
  boolean has(String keyId) {
    for (VerificationKey key : keys) {
      if (key.isCalled(keyId)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The key of that name that fits the algorithm; where a token names none, the only one that fits.
   */
  @Nullable VerificationKey find(@Nullable String keyId, String algorithm) {
    VerificationKey found = null;
    for (VerificationKey key : keys) {
      if (key.fits(algorithm) && (keyId == null || key.isCalled(keyId))) {
        if (found != null) {
          return null;
        }
        found = key;
      }
    }
    return found;
  }
}
