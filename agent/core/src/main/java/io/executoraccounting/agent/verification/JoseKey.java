/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import org.jspecify.annotations.Nullable;

/** RSA and elliptic curves, RFC 7518 s3.3 to s3.5, as Nimbus JOSE verifies them. */
final class JoseKey extends VerificationKey {
  private final JWSVerifier verifier;

  JoseKey(@Nullable String id, @Nullable String algorithm, JWSVerifier verifier) {
    super(id, algorithm);
    this.verifier = verifier;
  }

  @Override
  boolean isFor(String wanted) {
    return verifier.supportedJWSAlgorithms().contains(JWSAlgorithm.parse(wanted));
  }

  @Override
  @Nullable Boolean verify(String wanted, byte[] input, byte[] signature) {
    try {
      JWSHeader header = new JWSHeader(JWSAlgorithm.parse(wanted));
      return verifier.verify(header, input, Base64URL.encode(signature));
    } catch (JOSEException notOnThisJvm) {
      return null;
    }
  }
}
