/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.executoraccounting.agent.identity.SignatureVerifier.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Whatever stands in a token's header and signature, it is answered, and never as verified. */
class IssuerKeysPropertiesTest {
  private static final JWK[] KEYS = {Signing.RSA, Signing.P256};
  private static final String[] ALGORITHMS = {"RS256", "PS512", "ES256", "HS256", "EdDSA"};

  private final IssuerKeys issuer;

  IssuerKeysPropertiesTest() throws Exception {
    issuer = Signing.known(KEYS);
  }

  @Property(tries = 400, seed = "20261124")
  void anySignatureIsAnsweredAndNoneIsVerified(
      @ForAll @StringLength(max = 400) String signature, @ForAll byte choice) {
    String keyId = KEYS[Math.abs(choice % KEYS.length)].getKeyID();
    String algorithm = ALGORITHMS[Math.abs(choice % ALGORITHMS.length)];

    assertThat(issuer.verify("e30.e30." + signature.replace(".", ""), algorithm, keyId))
        .isNotNull()
        .isNotEqualTo(Verdict.VERIFIED);
  }

  @Property(tries = 400, seed = "20261124")
  void anyAlgorithmAndKeyIdAreAnswered(@ForAll String algorithm, @ForAll String keyId) {
    assertThat(issuer.verify("e30.e30.AAAA", algorithm, keyId)).isNotEqualTo(Verdict.VERIFIED);
    assertThat(issuer.verify("e30.e30.AAAA", algorithm, null)).isNotEqualTo(Verdict.VERIFIED);
  }
}
