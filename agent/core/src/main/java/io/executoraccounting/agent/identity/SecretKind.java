/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import io.executoraccounting.spi.CredentialKind;

/** The kind that goes into a secret's fingerprint. */
public final class SecretKind {
  private SecretKind() {}

  /**
   * What the text alone shows: a JWT, or by its prefix, else an opaque bearer token. The header
   * that presents it does not matter, so that a token has one fingerprint where it is issued, where
   * it is used, and where somebody looks up a text that leaked.
   */
  public static CredentialKind of(String secret) {
    return BearerToken.looksLikeJwt(secret) ? CredentialKind.JWT : OpaqueToken.of(secret).kind();
  }
}
