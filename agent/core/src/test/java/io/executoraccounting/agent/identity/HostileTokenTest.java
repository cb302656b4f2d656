/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.SIGNATURE;
import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static io.executoraccounting.agent.identity.TestTokens.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokenTest {
  private static final String HEADER = "{'alg':'RS256'}";
  private static final String CLAIMS = "{'iss':'https://as','sub':'alice'}";

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse read(String token) {
    return reader.fromHeaders(Headers.bearer(token));
  }

  static Stream<String> malformed() {
    return Stream.of(
        jwt("{'alg':'none'}", CLAIMS),
        jwt("{'alg':'NoNe'}", CLAIMS),
        jwt("{'typ':'JWT'}", CLAIMS),
        part(HEADER) + "." + part(CLAIMS) + ".",
        part(HEADER) + ".." + SIGNATURE,
        part(HEADER) + ".%%%." + SIGNATURE,
        jwt(HEADER, "['iss','https://as']"),
        jwt(HEADER, "'alice'"),
        jwt(HEADER, "{'iss':'https://as','sub':'alice'"),
        jwt(HEADER, CLAIMS + "{}"),
        jwt(HEADER, "{'iss':'https://as','sub':'alice','sub':'mallory'}"),
        jwt(HEADER, ""),
        part(HEADER) + "." + part(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}) + ".s",
        part(HEADER)
            + "."
            + part(
                new byte[] {
                  '{', '"', 's', 'u', 'b', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'
                })
            + ".s",
        "eyJ.eyJ.x");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformedTokenIsSaidToBeAndBelievedInNothing(String token) {
    CredentialUse use = read(token);

    assertThat(use.gaps())
        .containsExactlyInAnyOrder(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
    assertThat(use.principal()).isNull();
    assertThat(use.issuer()).isNull();
    assertThat(use.fingerprint()).isNotNull();
  }

  @Test
  void encryptedTokenIsOpaqueAndNotMalformed() {
    CredentialUse use = read(part("{'alg':'RSA-OAEP','enc':'A256GCM'}") + ".key.iv.text.tag");

    assertThat(use.gaps()).containsExactlyInAnyOrder(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @Test
  void tokenOfAMegabyteIsNotRead() {
    CredentialUse use = read(jwt("{'iss':'https://as','sub':'" + "a".repeat(1_000_000) + "'}"));

    assertThat(use.gaps())
        .containsExactlyInAnyOrder(Gap.BUDGET_EXCEEDED, Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
    assertThat(use.fingerprint()).isNull();
  }

  @Test
  void budgetEndsAtEightKibibytes() {
    String token = jwt("{'iss':'https://as','sub':'alice','x':'PAD'}");
    int missing = BearerToken.MAX_LENGTH - token.length() + 3;
    while (token.length() != BearerToken.MAX_LENGTH) {
      token = jwt("{'iss':'https://as','sub':'alice','x':'" + "p".repeat(missing * 3 / 4) + "'}");
      token = token + "s".repeat(Math.max(0, BearerToken.MAX_LENGTH - token.length()));
      missing--;
    }

    assertThat(read(token).principal()).isEqualTo("oauth:https://as#alice");
    assertThat(read(token + "s").gaps()).contains(Gap.BUDGET_EXCEEDED);
  }

  @Test
  void thousandActorsAreNotRead() {
    StringBuilder act = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      act.append("{'act':");
    }
    String token = jwt("{'iss':'i','sub':'u','act':" + act + "{}" + "}".repeat(1001));

    assertThat(read(token).gaps()).contains(Gap.BUDGET_EXCEEDED);
    assertThat(read(token).actors()).isEmpty();
  }

  @Test
  void deepestNestingThatFitsIsPassedOver() {
    String token =
        jwt("{'iss':'https://as','x':" + "[".repeat(2900) + "]".repeat(2900) + ",'sub':'alice'}");

    assertThat(token.length()).isLessThan(BearerToken.MAX_LENGTH);
    assertThat(read(token).principal()).isEqualTo("oauth:https://as#alice");
  }

  @Test
  void manyScopesAreCutAndSaidToBe() {
    StringBuilder scopes = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      scopes.append(" s").append(i);
    }
    CredentialUse use = read(jwt("{'iss':'i','sub':'u','scope':'" + scopes + "'}"));

    assertThat(use.scopes()).hasSize(64);
    assertThat(use.gaps()).contains(Gap.VALUE_TRUNCATED);
  }

  @Test
  void overlongScopeIsLeftOut() {
    CredentialUse use = read(jwt("{'iss':'i','sub':'u','scope':'a " + "b".repeat(257) + " c'}"));

    assertThat(use.scopes()).containsExactly("a", "c");
    assertThat(use.gaps()).contains(Gap.VALUE_TRUNCATED);
  }

  @Test
  void overlongSubjectIsNotCutIntoSomebodyElse() {
    CredentialUse use = read(jwt("{'iss':'i','sub':'" + "b".repeat(257) + "'}"));

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.BUDGET_EXCEEDED, Gap.PRINCIPAL_UNKNOWN);
    assertThat(read(jwt("{'iss':'i','sub':'" + "b".repeat(248) + "'}")).principal()).hasSize(256);
    assertThat(read(jwt("{'iss':'i','sub':'" + "b".repeat(249) + "'}")).principal()).isNull();
  }

  @ParameterizedTest
  @MethodSource("unprintable")
  void subjectThatWouldBreakALogIsNotTaken(String subject) {
    CredentialUse use = read(jwt("{'iss':'i','sub':'" + subject + "'}"));

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.TOKEN_MALFORMED);
  }

  static Stream<String> unprintable() {
    return Stream.of(
        "a\\nb",
        "a\\u0000b",
        "a\\u001b[31m",
        "\\ud800",
        "\\udc00x",
        "a\\u2028b",
        "a\\u202ebob",
        "a\\u2066b",
        "a\\u2069b",
        "a\\u200eb",
        "a\\u200fb",
        "a\\u061cb",
        "a\\u202ab");
  }

  @Test
  void subjectInAnyScriptIsTaken() {
    assertThat(read(jwt("{'iss':'i','sub':'ülkü-𝒳-日本'}")).principal())
        .isEqualTo("oauth:i#ülkü-𝒳-日本");
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void claimOfAnotherTypeIsPassedOver(String claims) {
    CredentialUse use = read(jwt("{" + claims + ",'iss':'https://as','sub':'alice'}"));

    assertThat(use.principal()).isEqualTo("oauth:https://as#alice");
  }

  static Stream<String> wrongTypes() {
    return Stream.of(
        "'aud':{'a':1}",
        "'exp':'soon'",
        "'exp':{'a':[1]}",
        "'exp':1e400",
        "'scope':{'a':1}",
        "'scope':[['a'],{'b':1},'c']",
        "'act':'bot'",
        "'act':[{'sub':'x'}]",
        "'cnf':'x'",
        "'realm_access':['a']",
        "'resource_access':[{'roles':['a']}]",
        "'resource_access':{'a':['r'],'b':{'roles':{'x':1}}}",
        "'kubernetes.io':'x'",
        "'kubernetes.io':{'serviceaccount':'x','namespace':{'a':1},'pod':7}",
        "'gty':{'a':1}",
        "'client_id':['a']",
        "'preferred_username':{'a':1}",
        "'job_workflow_ref':null");
  }

  @Test
  void expiryBeyondAllTimeIsBounded() {
    assertThat(read(jwt("{'iss':'i','sub':'u','exp':1e400}")).expiresAt())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(read(jwt("{'iss':'i','sub':'u','exp':-5}")).expiresAt()).isZero();
  }

  @Test
  void worstTokensTakeLittleTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int i = 0; i < 200; i++) {
            read(jwt("{'a':" + "[".repeat(2900) + "1,'n':" + i + "}"));
            read("ey" + ".".repeat(1_000_000) + i);
          }
        });
  }
}
