/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import static io.executoraccounting.agent.verification.Signing.OTHER_RSA;
import static io.executoraccounting.agent.verification.Signing.P256;
import static io.executoraccounting.agent.verification.Signing.P384;
import static io.executoraccounting.agent.verification.Signing.P521;
import static io.executoraccounting.agent.verification.Signing.RSA;
import static io.executoraccounting.agent.verification.Signing.known;
import static io.executoraccounting.agent.verification.Signing.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.executoraccounting.agent.identity.SignatureVerifier.Verdict;
import java.security.KeyPair;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerKeysTest {
  static Stream<Arguments> algorithms() {
    return Stream.of(
        Arguments.of("RS256", RSA),
        Arguments.of("RS384", RSA),
        Arguments.of("RS512", RSA),
        Arguments.of("PS256", RSA),
        Arguments.of("PS384", RSA),
        Arguments.of("PS512", RSA),
        Arguments.of("ES256", P256),
        Arguments.of("ES384", P384),
        Arguments.of("ES512", P521));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureOfTheIssuerIsVerified(String algorithm, JWK key) throws Exception {
    IssuerKeys issuer = known(OTHER_RSA, P521, P384, P256, RSA);

    assertThat(issuer.verify(token(key, algorithm), algorithm, key.getKeyID()))
        .isEqualTo(Verdict.VERIFIED);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureOfAnotherTokenIsInvalid(String algorithm, JWK key) throws Exception {
    String one = token(key, algorithm);
    String other = token(key, algorithm, "another-header");
    String forged =
        other.substring(0, other.lastIndexOf('.')) + one.substring(one.lastIndexOf('.'));

    assertThat(known(key).verify(forged, algorithm, key.getKeyID())).isEqualTo(Verdict.INVALID);
  }

  @Test
  void signatureOfAnotherKeyUnderTheSameNameIsInvalid() throws Exception {
    String forged = token(OTHER_RSA, "RS256", RSA.getKeyID());

    assertThat(known(RSA, OTHER_RSA).verify(forged, "RS256", RSA.getKeyID()))
        .isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "Ed25519"})
  void edwardsCurveIsVerifiedByTheJdk(String algorithm) throws Exception {
    KeyPair pair = Signing.edwards();
    IssuerKeys issuer = known(Signing.published(pair));

    assertThat(issuer.verify(token(pair, algorithm), algorithm, "ed-1"))
        .isEqualTo(Verdict.VERIFIED);
    assertThat(issuer.verify(token(Signing.edwards(), algorithm), algorithm, "ed-1"))
        .isEqualTo(Verdict.INVALID);
    assertThat(issuer.verify("e30.e30.AAAA", algorithm, "ed-1")).isEqualTo(Verdict.INVALID);
  }

  @Test
  void publicKeyIsNoSharedSecret() throws Exception {
    assertThat(known(RSA).verify(Signing.confused(RSA, "rsa-1"), "HS256", "rsa-1"))
        .isEqualTo(Verdict.INVALID);
  }

  /** Keycloak's refresh tokens, whose secret nobody else has. */
  @Test
  void tokenUnderASecretOfTheIssuersIsNotChecked() throws Exception {
    assertThat(known(RSA).verify(Signing.confused(RSA, "secret-1"), "HS256", "secret-1"))
        .isEqualTo(Verdict.UNCHECKED);
  }

  @Test
  void keyOfAnotherTypeThanTheAlgorithmFitsNoToken() throws Exception {
    assertThat(known(RSA).verify(token(P256, "ES256", "rsa-1"), "ES256", "rsa-1"))
        .isEqualTo(Verdict.INVALID);
    assertThat(known(P384).verify(token(P256, "ES256", "P-384"), "ES256", "P-384"))
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void keyIsForTheAlgorithmThatTheSetSaysAlone() throws Exception {
    RSAKey restricted = new RSAKey.Builder(RSA).algorithm(new Algorithm("PS256")).build();

    assertThat(known(restricted).verify(token(RSA, "RS256"), "RS256", "rsa-1"))
        .isEqualTo(Verdict.INVALID);
    assertThat(known(restricted).verify(token(RSA, "PS256"), "PS256", "rsa-1"))
        .isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void tokenThatNamesNoKeyIsCheckedWithTheOnlyOneThatFits() throws Exception {
    String token = token(RSA, "RS256", null);

    assertThat(known(P256, RSA).verify(token, "RS256", null)).isEqualTo(Verdict.VERIFIED);
    assertThat(known(P256, OTHER_RSA).verify(token, "RS256", null)).isEqualTo(Verdict.INVALID);
    assertThat(known(RSA, OTHER_RSA).verify(token, "RS256", null)).isEqualTo(Verdict.UNCHECKED);
  }

  @Test
  void keyThatIsNotKnownYetDecidesNothing() throws Exception {
    assertThat(known(OTHER_RSA).verify(token(RSA, "RS256"), "RS256", "rsa-1"))
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(new IssuerKeys().verify(token(RSA, "RS256"), "RS256", "rsa-1"))
        .isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void algorithmThatNobodyKnowsIsNotChecked() throws Exception {
    assertThat(known(RSA).verify(token(RSA, "RS256"), "ML-DSA-65", "rsa-1"))
        .isEqualTo(Verdict.UNCHECKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "AAAA", "====", "AAAA\n"})
  void malformedSignatureIsInvalid(String signature) throws Exception {
    String token = token(RSA, "RS256");
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + signature;

    assertThat(known(RSA).verify(forged, "RS256", "rsa-1")).isEqualTo(Verdict.INVALID);
  }

  /** A lenient decoder would pass over what is no base 64, and take another text for this one. */
  @Test
  void signatureWithMoreThanItsCharactersIsInvalid() throws Exception {
    assertThat(known(RSA).verify(token(RSA, "RS256") + "*", "RS256", "rsa-1"))
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void keysThatAreNotForSignaturesOrTooWeakAreNotUsed() throws Exception {
    RSAKey encryption = new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build();
    RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();

    assertThat(known(P256, encryption).verify(token(RSA, "RS256"), "RS256", "rsa-1"))
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(known(P256, weak).verify(token(RSA, "RS256", "weak"), "RS256", "weak"))
        .isEqualTo(Verdict.UNDECIDED);
  }
}
