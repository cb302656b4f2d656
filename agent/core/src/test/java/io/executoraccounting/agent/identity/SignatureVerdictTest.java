/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Verification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verdict on the signature makes of a token. */
class SignatureVerdictTest {
  private static final String CLAIMS =
      "{'iss':'https://as','sub':'u1','client_id':'web','scope':'a','jti':'t1','exp':4102444800,"
          + "'aud':'shop','act':{'sub':'bot'}}";

  private final Verdicts verdicts = new Verdicts();
  private final Fingerprinter fingerprinter = Fingerprinter.random();
  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(fingerprinter, verdicts);

  private CredentialUse read(String token) {
    return reader.fromHeaders(Headers.bearer(token));
  }

  @Test
  void verifiedTokenIsBelievedAndSaidToBe() {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;

    CredentialUse use = read(jwt(CLAIMS));

    assertThat(use.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(use.principal()).isEqualTo("oauth:https://as#u1");
    assertThat(use.gaps()).isEmpty();
  }

  @Test
  void expiredTokenOfAVerifiedSignatureIsBoth() {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;

    CredentialUse use = read(jwt("{'iss':'https://as','sub':'u1','exp':1}"));

    assertThat(use.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(use.expiresAt()).isEqualTo(1);
  }

  @Test
  void noClaimOfAForgedTokenIsBelieved() {
    verdicts.next = SignatureVerifier.Verdict.INVALID;
    String token = jwt(CLAIMS);

    CredentialUse use = read(token);

    assertThat(use.verification()).isEqualTo(Verification.NONE);
    assertThat(use.gaps())
        .containsExactlyInAnyOrder(Gap.SIGNATURE_INVALID, Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
    assertThat(use.kind()).isEqualTo(CredentialKind.JWT);
    assertThat(use.fingerprint()).isEqualTo(fingerprinter.of(CredentialKind.JWT, token));
    assertThat(use.principal()).isNull();
    assertThat(use.publicId()).isNull();
    assertThat(use.issuer()).isNull();
    assertThat(use.client()).isNull();
    assertThat(use.initiator()).isNull();
    assertThat(use.actors()).isEmpty();
    assertThat(use.scopes()).isEmpty();
    assertThat(use.audience()).isEmpty();
    assertThat(use.subjectMarks()).isEmpty();
    assertThat(use.expiresAt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNCHECKED", "UNDECIDED"})
  void tokenThatIsNotCheckedStaysAsserted(SignatureVerifier.Verdict verdict) {
    verdicts.next = verdict;

    assertThat(read(jwt(CLAIMS)).verification()).isEqualTo(Verification.ASSERTED);
    assertThat(read(jwt(CLAIMS)).principal()).isEqualTo("oauth:https://as#u1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VERIFIED", "INVALID", "UNCHECKED"})
  void verdictIsRemembered(SignatureVerifier.Verdict verdict) {
    verdicts.next = verdict;
    String token = jwt(CLAIMS);

    assertThat(read(token)).isSameAs(read(token));
    assertThat(verdicts.asked).hasSize(1);
  }

  @Test
  void tokenThatCouldNotBeDecidedIsCheckedAgain() {
    verdicts.next = SignatureVerifier.Verdict.UNDECIDED;
    String token = jwt(CLAIMS);
    read(token);

    verdicts.next = SignatureVerifier.Verdict.VERIFIED;

    assertThat(read(token).verification()).isEqualTo(Verification.VERIFIED);
  }

  @Test
  void otherKeysMakeRememberedVerdictsVoid() {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;
    String token = jwt(CLAIMS);
    read(token);

    verdicts.next = SignatureVerifier.Verdict.INVALID;
    verdicts.generation++;

    assertThat(read(token).verification()).isEqualTo(Verification.NONE);
  }

  @Test
  void verifierGetsWhatTheHeaderAndTheIssuerClaimSay() {
    String token = jwt("{'alg':'RS256','kid':'k1'}", CLAIMS);
    String nameless = jwt("{'alg':'ES256'}", CLAIMS);

    read(token);
    read(nameless);

    assertThat(verdicts.asked)
        .containsExactly(token + " https://as RS256 k1", nameless + " https://as ES256 null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'alg':'RS256','crit':['b64'],'b64':false}",
        "{'alg':'RS256','kid':7.5}",
        "{'alg':'RS256','kid':['k1']}",
      })
  void tokenWhoseHeaderIsNotUnderstoodIsNotChecked(String header) {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;

    assertThat(read(jwt(header, CLAIMS)).verification()).isEqualTo(Verification.ASSERTED);
    assertThat(verdicts.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NONE", "None"})
  void unsignedTokenIsNeitherCheckedNorBelieved(String algorithm) {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;

    CredentialUse use = read(jwt("{'alg':'" + algorithm + "'}", CLAIMS));

    assertThat(use.principal()).isNull();
    assertThat(use.verification()).isNotEqualTo(Verification.VERIFIED);
    assertThat(verdicts.asked).isEmpty();
  }

  @Test
  void tokenWithoutAnIssuerIsNotChecked() {
    read(jwt("{'sub':'u1'}"));

    assertThat(verdicts.asked).isEmpty();
  }

  @Test
  void whatAnUncheckedTransactionTokenAddsIsNoBetterKnownThanItself() {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;
    String token = jwt("{'iss':'https://as','sub':'u1'}");
    read(token);
    verdicts.next = SignatureVerifier.Verdict.UNCHECKED;

    CredentialUse use =
        reader.fromHeaders(
            Headers.bearer(token)
                .and("Txn-Token", jwt("{'iss':'https://tts','aud':'d','sub':'u1','txn':'1'}")));

    assertThat(use.verification()).isEqualTo(Verification.ASSERTED);
  }

  @Test
  void forgedTransactionTokenIsSaidToBeAndAddsNothing() {
    verdicts.next = SignatureVerifier.Verdict.VERIFIED;
    String token = jwt("{'iss':'https://as','sub':'u1'}");
    read(token);
    verdicts.next = SignatureVerifier.Verdict.INVALID;

    CredentialUse use =
        reader.fromHeaders(
            Headers.bearer(token)
                .and("Txn-Token", jwt("{'iss':'https://tts','aud':'d','sub':'u2','txn':'1'}")));

    assertThat(use.gaps()).contains(Gap.SIGNATURE_INVALID);
    assertThat(use.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(use.initiator()).isNull();
  }

  private static final class Verdicts implements SignatureVerifier {
    final List<String> asked = new ArrayList<>();
    Verdict next = Verdict.UNCHECKED;
    int generation;

    @Override
    public Verdict verify(String token, String issuer, String algorithm, @Nullable String keyId) {
      asked.add(token + " " + issuer + " " + algorithm + " " + keyId);
      return next;
    }

    @Override
    public int generation() {
      return generation;
    }
  }
}
