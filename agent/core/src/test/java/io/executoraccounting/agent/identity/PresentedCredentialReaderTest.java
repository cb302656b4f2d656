/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedCredentialReaderTest {
  private static final String TOKEN = jwt("{'iss':'https://as','sub':'u'}");

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse authorization(String value) {
    return reader.fromHeaders(Headers.of("authorization", value));
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void requestWithoutCredentialsPresentsNone() {
    assertThat(reader.fromHeaders(name -> null)).isSameAs(CredentialUse.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   ", "  Bearer ", "token "})
  void schemesAreComparedWithoutCase(String scheme) {
    assertThat(authorization(scheme + TOKEN + " ").principal()).isEqualTo("oauth:https://as#u");
  }

  @ParameterizedTest
  @CsvSource({
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a, OPAQUE_BEARER, github_personal, UNKNOWN",
    "github_pat_11ABCDEFG0abcdefghijkl, OPAQUE_BEARER, github_personal, UNKNOWN",
    "gho_16C7e42F292c6912E7710c838347Ae178B4a, OPAQUE_BEARER, github_oauth, UNKNOWN",
    "ghu_16C7e42F292c6912E7710c838347Ae178B4a, OPAQUE_BEARER, github_app_user, UNKNOWN",
    "ghs_16C7e42F292c6912E77, OPAQUE_BEARER, github_app_installation, SERVICE_ACCOUNT",
    "glpat-abcdefghijklmnopqrst, OPAQUE_BEARER, gitlab, UNKNOWN",
    "xoxb-1234-abcdef, OPAQUE_BEARER, slack_bot, SERVICE_ACCOUNT",
    "xoxp-1234-abcdef, OPAQUE_BEARER, slack_user, UNKNOWN",
    "hvs.CAESIJ, OPAQUE_BEARER, vault_service, UNKNOWN",
    "hvb.AAAAAQ, OPAQUE_BEARER, vault_batch, UNKNOWN",
    "ya29.a0AfH6.SMBx-yz, GCP_TOKEN, google, UNKNOWN",
    "AIzaSyD-abcdefg, API_KEY, google, API_KEY",
    "sk-ant-api03-abcdef, API_KEY, anthropic, API_KEY",
    "sk-proj-abcdef, API_KEY, openai, API_KEY",
    "2YotnFZFEjr1zCsicMWpAA, OPAQUE_BEARER, , UNKNOWN",
    "a.b.c, OPAQUE_BEARER, , UNKNOWN",
    "eyJhbGciOi, OPAQUE_BEARER, , UNKNOWN",
  })
  void publicPrefixTellsTheKindOfAnOpaqueToken(
      String token, CredentialKind kind, String product, IdentityType holder) {
    CredentialUse use = authorization("Bearer " + token);

    assertThat(use.kind()).isEqualTo(kind);
    assertThat(use.provider()).isEqualTo(product);
    assertThat(use.principalType()).isEqualTo(holder);
    assertThat(use.principal()).isNull();
    assertThat(use.fingerprint()).isNotNull();
    assertThat(use.gaps()).containsExactlyInAnyOrder(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @Test
  void opaqueTokenUnderDpopIsBound() {
    assertThat(authorization("DPoP Kz~8mXK1EalYznwH").binding()).isEqualTo(Binding.DPOP);
    assertThat(authorization("Bearer Kz~8mXK1EalYznwH").binding()).isEqualTo(Binding.NONE);
  }

  @Test
  void basicTellsTheUserAlone() {
    CredentialUse use = authorization(basic("deploy:s3cret:with:colons"));

    assertThat(use.kind()).isEqualTo(CredentialKind.BASIC);
    assertThat(use.principal()).isEqualTo("basic:deploy");
    assertThat(use.principalType()).isEqualTo(IdentityType.UNKNOWN);
    assertThat(use.fingerprint()).isNull();
    assertThat(use.gaps()).containsExactly(Gap.SCOPES_OPAQUE);
  }

  @Test
  void basicUserWithAMailboxIsAPerson() {
    assertThat(authorization(basic("jane@example.com:x")).principalType())
        .isEqualTo(IdentityType.HUMAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":only-a-password", "ghp_16C7e42F292c6912E7710c:", "sk-live-key:", "hvs.CAES:x"})
  void tokenInTheUsersPlaceIsNotAName(String pair) {
    CredentialUse use = authorization(basic(pair));

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).containsExactlyInAnyOrder(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic !!!", "Basic bm9jb2xvbg==", "Basic AAECOnh4"})
  void malformedBasicIsSaidToBe(String header) {
    assertThat(authorization(header).gaps()).contains(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN);
    assertThat(authorization(header).principal()).isNull();
  }

  @Test
  void hugeBasicIsNotDecoded() {
    CredentialUse use = authorization(basic("user:" + "x".repeat(1_000_000)));

    assertThat(use.gaps()).contains(Gap.BUDGET_EXCEEDED, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void signatureTellsKeyAccountAndTarget() {
    CredentialUse use =
        authorization(
            "AWS4-HMAC-SHA256 Credential=ASIAQNZGKIQY56JQ7WML/20261124/eu-central-1/s3/"
                + "aws4_request, SignedHeaders=host;x-amz-date, Signature=fe5f80f77d5fa3beca038a24");

    assertThat(use.kind()).isEqualTo(CredentialKind.AWS_SIGV4_SESSION);
    assertThat(use.publicId()).isEqualTo("ASIAQNZGKIQY56JQ7WML");
    assertThat(use.tenant()).isEqualTo("029608264753");
    assertThat(use.audience()).containsExactly("aws:s3:eu-central-1");
    assertThat(use.issuer()).isEqualTo("aws");
    assertThat(use.gaps()).containsExactlyInAnyOrder(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @Test
  void oldKeysHoldNoAccountAndLastLong() {
    CredentialUse use =
        authorization(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host,Signature=abc");

    assertThat(use.kind()).isEqualTo(CredentialKind.AWS_SIGV4);
    assertThat(use.tenant()).isNull();
  }

  @Test
  void sessionTokenMakesTheKeyTemporary() {
    Headers headers =
        Headers.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/"
                    + "aws4_request, SignedHeaders=host, Signature=abc")
            .and("X-Amz-Security-Token", "FwoGZXIvYXdzEBY");

    assertThat(reader.fromHeaders(headers).kind()).isEqualTo(CredentialKind.AWS_SIGV4_SESSION);
  }

  @Test
  void asymmetricSignatureIsForEveryRegion() {
    CredentialUse use =
        authorization(
            "AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/s3/aws4_request,"
                + " SignedHeaders=host, Signature=abc");

    assertThat(use.audience()).containsExactly("aws:s3:*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS4-HMAC-SHA256 Signature=abc",
        "AWS4-HMAC-SHA256 Credential=",
        "AWS4-HMAC-SHA256 Credential=short/a/b/c/d",
        "AWS4-HMAC-SHA256 Credential=not-a-key-id-at-all!/20130524/us-east-1/s3/aws4_request",
      })
  void malformedSignatureTellsNothing(String header) {
    CredentialUse use = authorization(header);

    assertThat(use.publicId()).isNull();
    assertThat(use.gaps()).contains(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void targetOfASignatureIsMadeOfLabelsAlone() {
    CredentialUse use =
        authorization(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/EU/s3?x/aws4_request, x");

    assertThat(use.publicId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    assertThat(use.audience()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Negotiate YIIJvwYGKwYBBQUC, KERBEROS",
    "Digest username=\"Mufasa\", UNKNOWN",
    "NTLM TlRMTVNTUAABAAAA, UNKNOWN",
    "NoSchemeAtAll, UNKNOWN",
  })
  void otherSchemesTellTheirKindAlone(String header, CredentialKind kind) {
    CredentialUse use = authorization(header);

    assertThat(use.kind()).isEqualTo(kind);
    assertThat(use.principal()).isNull();
    assertThat(use.fingerprint()).isNull();
    assertThat(use.gaps()).containsExactlyInAnyOrder(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Api-Key,",
    "api-key,",
    "x-goog-api-key, google",
    "X-Vault-Token, vault",
    "PRIVATE-TOKEN, gitlab",
  })
  void apiKeyTellsItsProductAndAFingerprint(String header, String product) {
    CredentialUse use = reader.fromHeaders(Headers.of(header, "k-123456"));

    assertThat(use.kind()).isEqualTo(CredentialKind.API_KEY);
    assertThat(use.provider()).isEqualTo(product);
    assertThat(use.principalType()).isEqualTo(IdentityType.API_KEY);
    assertThat(use.fingerprint()).matches("h1:[\\w-]{8}:[\\w-]{22}");
    assertThat(reader.fromHeaders(Headers.of(header, "k-123456"))).isSameAs(use);
    assertThat(reader.fromHeaders(Headers.of(header, "k-other")).fingerprint())
        .isNotEqualTo(use.fingerprint());
  }

  @Test
  void sameKeyInAnotherHeaderIsAnotherProducts() {
    reader.fromHeaders(Headers.of("X-Api-Key", "k"));

    assertThat(reader.fromHeaders(Headers.of("X-Vault-Token", "k")).provider()).isEqualTo("vault");
  }

  @Test
  void hugeApiKeyIsNotHashed() {
    CredentialUse use = reader.fromHeaders(Headers.of("X-Api-Key", "k".repeat(1_000_000)));

    assertThat(use.fingerprint()).isNull();
    assertThat(use.gaps()).contains(Gap.BUDGET_EXCEEDED);
  }

  @Test
  void cookieIsASessionWhoseValueIsNotRead() {
    CredentialUse use = reader.fromHeaders(Headers.of("Cookie", "JSESSIONID=abc"));

    assertThat(use.kind()).isEqualTo(CredentialKind.SESSION_COOKIE);
    assertThat(use.fingerprint()).isNull();
  }

  @Test
  void strongestCredentialIsTaken() {
    Headers all =
        Headers.of("Cookie", "JSESSIONID=abc").and("Txn-Token", TOKEN).and("X-Api-Key", "k");

    assertThat(reader.fromHeaders(all).kind()).isEqualTo(CredentialKind.TXN_TOKEN);
    all.and("Authorization", "Bearer " + TOKEN);
    assertThat(reader.fromHeaders(all).kind()).isEqualTo(CredentialKind.JWT);
    assertThat(
            reader.fromHeaders(Headers.of("Cookie", "JSESSIONID=abc").and("X-Api-Key", "k")).kind())
        .isEqualTo(CredentialKind.API_KEY);
  }

  @Test
  void librarysOwnFailureIsNotPassedOn() {
    CredentialUse use =
        reader.fromHeaders(
            name -> {
              throw new IllegalStateException("connection closed");
            });

    assertThat(use.kind()).isEqualTo(CredentialKind.UNKNOWN);
    assertThat(use.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void loginOfADatabaseIsARoleOfItsServer() {
    CredentialUse use =
        reader.fromDatabaseLogin(
            CredentialKind.DB_PASSWORD, "postgresql", "app_rw", "db:5432", "HikariPool-1");

    assertThat(use.kind()).isEqualTo(CredentialKind.DB_PASSWORD);
    assertThat(use.principal()).isEqualTo("postgresql:app_rw@db:5432");
    assertThat(use.principalType()).isEqualTo(IdentityType.DB_ROLE);
    assertThat(use.provider()).isEqualTo("HikariPool-1");
    assertThat(use.fingerprint()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null", "''", "'a\nb'"})
  void loginWithoutAUsableNameIsUnknown(String user) {
    CredentialUse use =
        reader.fromDatabaseLogin(CredentialKind.DB_PASSWORD, "h2", user, null, "pool");

    assertThat(use.kind()).isEqualTo(CredentialKind.UNKNOWN);
    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
    assertThat(use.provider()).isEqualTo("pool");
  }
}
