/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemes of the Authorization header beyond the OAuth ones. */
class AuthorizationSchemeTest {
  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse authorization(String value) {
    return reader.fromHeaders(Headers.of("Authorization", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SharedKey shop:c2ln", "SharedKeyLite shop:c2ln"})
  void sharedKeyActsAsTheStorageAccount(String header) {
    CredentialUse use = authorization(header);

    assertThat(use.kind()).isEqualTo(CredentialKind.API_KEY);
    assertThat(use.principal()).isEqualTo("azure:storage-account/shop");
    assertThat(use.principalType()).isEqualTo(IdentityType.API_KEY);
    assertThat(use.provider()).isEqualTo("azure_storage");
    assertThat(use.fingerprint()).isNull();
    assertThat(use.gaps()).containsExactly(Gap.SCOPES_OPAQUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SharedKey shop",
        "SharedKey :c2ln",
        "SharedKey ab:c2ln",
        "SharedKey Shop:c2ln",
        "SharedKey shop-1:c2ln",
        "SharedKey abcdefghijklmnopqrstuvwxy:c2ln"
      })
  void whatIsNoAccountsNameIsNotTold(String header) {
    CredentialUse use = authorization(header);

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void sharedAccessSignatureOfServiceBusNamesItsPolicyAndResource() {
    CredentialUse use =
        authorization(
            "SharedAccessSignature sr=https%3A%2F%2Fshop.servicebus.windows.net%2Forders"
                + "&sig=8%2BthN9vc%3D&se=1795478400&skn=SendOnly");

    assertThat(use.kind()).isEqualTo(CredentialKind.AZURE_TOKEN);
    assertThat(use.publicId()).isEqualTo("SendOnly");
    assertThat(use.audience()).containsExactly("https://shop.servicebus.windows.net/orders");
    assertThat(use.expiresAt()).isEqualTo(1_795_478_400L);
    assertThat(use.principalType()).isEqualTo(IdentityType.API_KEY);
    assertThat(use.fingerprint()).startsWith("h1:");
  }

  @Test
  void sharedAccessSignatureWithoutSignatureIsMalformed() {
    assertThat(authorization("SharedAccessSignature sr=x&se=1").gaps())
        .containsExactlyInAnyOrder(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @Test
  void regionSetOfAnAsymmetricSignatureIsItsTarget() {
    Headers headers =
        Headers.of(
                "Authorization",
                "AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/s3/aws4_request,"
                    + " SignedHeaders=host, Signature=abc")
            .and("X-Amz-Region-Set", "us-east-1, eu-west-1");

    assertThat(reader.fromHeaders(headers).audience())
        .containsExactly("aws:s3:us-east-1", "aws:s3:eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"US East", "a/b", "x\ny"})
  void regionSetThatIsNoneIsNotTold(String regions) {
    Headers headers =
        Headers.of(
                "Authorization",
                "AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/s3/aws4_request,x")
            .and("X-Amz-Region-Set", regions);

    assertThat(reader.fromHeaders(headers).audience()).containsExactly("aws:s3:*");
  }

  @Test
  void moreRegionsThanEightAreNotTold() {
    Headers headers =
        Headers.of(
                "Authorization",
                "AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/s3/aws4_request,x")
            .and("X-Amz-Region-Set", "a,b,c,d,e,f,g,h,i,j,k");

    assertThat(reader.fromHeaders(headers).audience()).hasSize(8).endsWith("aws:s3:h");
  }

  @Test
  void expressSessionMakesTheKeyTemporary() {
    Headers headers =
        Headers.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3express/"
                    + "aws4_request, SignedHeaders=host, Signature=abc")
            .and("X-Amz-S3session-Token", "TOKEN");

    assertThat(reader.fromHeaders(headers).kind()).isEqualTo(CredentialKind.AWS_SIGV4_SESSION);
  }

  @Test
  void googleSignatureInTheHeaderIsReadAsInTheQuery() {
    CredentialUse use =
        authorization(
            "GOOG4-RSA-SHA256 Credential=sa@p.iam.gserviceaccount.com/20190307/auto/storage/"
                + "goog4_request, SignedHeaders=host, Signature=42ab");

    assertThat(use.kind()).isEqualTo(CredentialKind.GCP_TOKEN);
    assertThat(use.principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(use.audience()).containsExactly("gcp:storage:auto");
  }

  @ParameterizedTest
  @CsvSource({
    "GenieKey k-123, opsgenie",
    "SSWS k-123, okta",
    "Bot k-123, discord",
    "Splunk k-123, splunk",
    "ApiKey k-123, ",
    "Api-Key sk-proj-abc, openai",
  })
  void schemeOfAKeyTellsItsProduct(String header, String product) {
    CredentialUse use = authorization(header);

    assertThat(use.kind()).isEqualTo(CredentialKind.API_KEY);
    assertThat(use.provider()).isEqualTo(product);
    assertThat(use.publicId()).isNull();
    assertThat(use.fingerprint()).startsWith("h1:");
  }

  @Test
  void elasticsearchKeyIsNamedByItsPublicId() {
    String pair = "VuaCfGcBCdbkQm-e5aOx:ui2lp2axTNmsyakw9tvNnw";
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
    CredentialUse use = authorization("ApiKey " + encoded);

    assertThat(use.publicId()).isEqualTo("VuaCfGcBCdbkQm-e5aOx");
    assertThat(use.provider()).isEqualTo("elasticsearch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short:key", "VuaCfGcBCdbkQm-e5aOx", "Vua fGcBCdbkQm-e5aOx:key"})
  void whatIsNoIdBeforeAColonIsNotTold(String pair) {
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(authorization("ApiKey " + encoded).publicId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Token token=\"ghp_abc\"", "Token token=ghp_abc", "OAuth ghp_abc"})
  void tokenIsTakenOutOfItsParameter(String header) {
    assertThat(authorization(header).fingerprint())
        .isEqualTo(authorization("Bearer ghp_abc").fingerprint());
  }

  @Test
  void sameTokenHasOneFingerprintInEveryHeader() {
    String token = jwt("{'iss':'https://as','sub':'u'}");
    String bearer = authorization("Bearer " + token).fingerprint();

    assertThat(authorization("DPoP " + token).fingerprint()).isEqualTo(bearer);
    assertThat(reader.fromHeaders(Headers.of("Txn-Token", token)).fingerprint()).isEqualTo(bearer);
    assertThat(reader.fromHeaders(Headers.of("X-Api-Key", token)).fingerprint()).isEqualTo(bearer);
  }

  @Test
  void jwtInAKeysPlaceIsReadAsOne() {
    CredentialUse use =
        reader.fromHeaders(Headers.of("X-Auth-Token", jwt("{'iss':'https://as','sub':'u'}")));

    assertThat(use.kind()).isEqualTo(CredentialKind.JWT);
    assertThat(use.principal()).isEqualTo("oauth:https://as#u");
  }

  @ParameterizedTest
  @CsvSource({
    "DD-API-KEY, datadog",
    "X-Shopify-Access-Token, shopify",
    "Ocp-Apim-Subscription-Key, azure_api_management",
    "X-Figma-Token, figma",
    "JOB-TOKEN, gitlab_ci_job",
    "DEPLOY-TOKEN, gitlab_deploy",
    "X-Consul-Token, consul",
    "X-Nomad-Token, nomad",
    "X-Auth-Key, cloudflare",
    "X-Auth-Token, ",
    "apikey, ",
  })
  void headerOfAKeyTellsItsProduct(String header, String product) {
    CredentialUse use = reader.fromHeaders(Headers.of(header, "k-123456"));

    assertThat(use.kind()).isEqualTo(CredentialKind.API_KEY);
    assertThat(use.provider()).isEqualTo(product);
  }

  @Test
  void keyWithAPublicIdInAnotherHeaderIsNamedByIt() {
    Headers headers =
        Headers.of("CF-Access-Client-Secret", "s3cr3t").and("CF-Access-Client-Id", "88bf.access");

    assertThat(reader.fromHeaders(headers).publicId()).isEqualTo("88bf.access");
    assertThat(reader.fromHeaders(headers.and("CF-Access-Client-Id", "a b")).publicId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"azAZ09-_.", "a"})
  void publicIdIsMadeOfPlainCharacters(String id) {
    Headers headers =
        Headers.of("CF-Access-Client-Secret", "s3cr3t").and("CF-Access-Client-Id", id);

    assertThat(reader.fromHeaders(headers).publicId()).isEqualTo(id);
    for (char other : new char[] {'`', '{', '@', '[', '/', ':', ' '}) {
      assertThat(reader.fromHeaders(headers.and("CF-Access-Client-Id", id + other)).publicId())
          .isNull();
    }
  }

  @Test
  void publicIdThatIsTooLongIsNotTold() {
    Headers headers = Headers.of("CF-Access-Client-Secret", "s3cr3t");

    assertThat(reader.fromHeaders(headers.and("CF-Access-Client-Id", "i".repeat(128))).publicId())
        .hasSize(128);
    assertThat(reader.fromHeaders(headers.and("CF-Access-Client-Id", "i".repeat(129))).publicId())
        .isNull();
    assertThat(reader.fromHeaders(headers.and("CF-Access-Client-Id", "")).publicId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SharedKey abc:c2ln", "SharedKey abcdefghijklmnopqrstuvwx:c2ln"})
  void accountsNameHasThreeToTwentyFourCharacters(String header) {
    assertThat(authorization(header).principal()).startsWith("azure:storage-account/abc");
  }

  @Test
  void jobTokenIsHeldByAJob() {
    CredentialUse use = reader.fromHeaders(Headers.of("JOB-TOKEN", "glcbt-64_abc"));

    assertThat(use.principalType()).isEqualTo(IdentityType.CI_JOB);
  }

  @Test
  void workloadIdentityTokenIsBoundByItsProof() {
    String token =
        jwt(
            "{'typ':'wit+jwt','alg':'ES256'}",
            "{'sub':'spiffe://example.org/billing','cnf':{'jwk':{'kty':'OKP'}},'exp':1700000000}");
    Headers headers = Headers.of("Workload-Identity-Token", token);

    assertThat(reader.fromHeaders(headers).kind()).isEqualTo(CredentialKind.JWT);
    assertThat(reader.fromHeaders(headers).principal()).isEqualTo("spiffe://example.org/billing");
    assertThat(reader.fromHeaders(headers).binding().value()).isEqualTo("none");
    headers.and("Workload-Proof-Token", "eyJ.eyJ.x");
    assertThat(reader.fromHeaders(headers).binding().value()).isEqualTo("dpop");
  }
}
