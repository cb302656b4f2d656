/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import io.executoraccounting.agent.identity.SignatureVerifier;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks the keys of the issuer that a token names, if it is one that is configured. */
public final class IssuerVerifier implements SignatureVerifier {
  private final Map<String, IssuerKeys> issuers;
  private final AtomicInteger generation = new AtomicInteger();

  /**
   * @param issuers by the claim {@code iss}; not changed any more
   */
  IssuerVerifier(Map<String, IssuerKeys> issuers) {
    this.issuers = issuers;
  }

  @Override
  public Verdict verify(String token, String issuer, String algorithm, @Nullable String keyId) {
    IssuerKeys keys = issuers.get(issuer);
    return keys == null ? Verdict.UNCHECKED : keys.verify(token, algorithm, keyId);
  }

  @Override
  public int generation() {
    return generation.get();
  }

  /** After keys have been replaced. */
  void changed() {
    generation.incrementAndGet();
  }
}
