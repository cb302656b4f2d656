/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import org.jspecify.annotations.Nullable;

/**
 * Whether a token's signature is its issuer's. Called on the thread that reads the token, whose
 * text is nowhere else. Safe for use by many threads; never throws, never waits, does no I/O.
 */
public interface SignatureVerifier {
  /** Checks no token of anybody. */
  SignatureVerifier NONE =
      new SignatureVerifier() {
        @Override
        public Verdict verify(
            String token, String issuer, String algorithm, @Nullable String keyId) {
          return Verdict.UNCHECKED;
        }

        @Override
        public int generation() {
          return 0;
        }
      };

  /** What is known of a signature. */
  enum Verdict {
    /** It is the issuer's. */
    VERIFIED,
    /** It is not. */
    INVALID,
    /** Nobody asks for that issuer's tokens to be checked, or this one cannot be. */
    UNCHECKED,
    /** The key that the token names is not known yet; worth asking again. */
    UNDECIDED
  }

  /**
   * @param token a JWS in its compact form
   * @param issuer its claim {@code iss}
   * @param algorithm its header {@code alg}
   * @param keyId its header {@code kid}; null if it has none
   */
  Verdict verify(String token, String issuer, String algorithm, @Nullable String keyId);

  /** Another number whenever a verdict may be another than before. */
  int generation();
}
