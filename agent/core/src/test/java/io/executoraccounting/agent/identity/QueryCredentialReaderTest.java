/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ScopesSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCredentialReaderTest {
  private static final String STORAGE = "shop.blob.core.windows.net";
  private static final String PRESIGNED =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2F"
          + "us-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
          + "&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330d";
  private static final String GOOGLE =
      "X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=example%40example-project.iam."
          + "gserviceaccount.com%2F20181026%2Fus-central1%2Fstorage%2Fgoog4_request"
          + "&X-Goog-Date=20181026T181309Z&X-Goog-Expires=900&X-Goog-SignedHeaders=host"
          + "&X-Goog-Signature=247a2aa45f169edf4d187d54e7cc46e4731b1e6273242c4f4c39a1d2507a0e58";

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse query(String query) {
    return reader.fromQuery("api.example.com", query);
  }

  private CredentialUse storage(String query) {
    return reader.fromQuery(STORAGE, query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=x&page=2", "code=abc&state=x", "key=home", "sig=abc", "X-Amz-Credentials=x",
        "xaccess_token=1", "access_token", "access_token=", "=access_token", "&&&"
      })
  void ordinaryQueryPresentsNothing(String query) {
    assertThat(query(query)).isSameAs(CredentialUse.NONE);
  }

  @Test
  void requestWithoutQueryPresentsNothing() {
    assertThat(reader.fromQuery("a", null)).isSameAs(CredentialUse.NONE);
    assertThat(reader.fromQuery("a", "")).isSameAs(CredentialUse.NONE);
  }

  @Test
  void presignedUrlTellsKeyTargetAndExpiry() {
    CredentialUse use = query(PRESIGNED);

    assertThat(use.kind()).isEqualTo(CredentialKind.AWS_SIGV4);
    assertThat(use.publicId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    assertThat(use.audience()).containsExactly("aws:s3:us-east-1");
    assertThat(use.expiresAt()).isEqualTo(1_369_440_000L);
    assertThat(use.fingerprint()).isNull();
  }

  @Test
  void sessionTokenInTheQueryMakesTheKeyTemporary() {
    assertThat(query(PRESIGNED + "&X-Amz-Security-Token=FwoGZXIvYXdz").kind())
        .isEqualTo(CredentialKind.AWS_SIGV4_SESSION);
  }

  @Test
  void regionSetOfAPresignedUrlIsItsTarget() {
    String query =
        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE/20130524/s3/aws4_request"
            + "&X-Amz-Region-Set=us-east-1%2Ceu-*";

    assertThat(query(query).audience()).containsExactly("aws:s3:us-east-1", "aws:s3:eu-*");
  }

  @Test
  void presignedUrlWithoutItsTimesHasNoExpiry() {
    assertThat(query("X-Amz-Credential=AKIAIOSFODNN7EXAMPLE&X-Amz-Expires=900").expiresAt())
        .isZero();
    assertThat(query(PRESIGNED.replace("X-Amz-Expires", "x")).expiresAt()).isZero();
  }

  @Test
  void malformedKeyOfAPresignedUrlIsNotTold() {
    CredentialUse use = query("X-Amz-Credential=hunter2%2Fsecret&X-Amz-Signature=abc");

    assertThat(use.publicId()).isNull();
    assertThat(use.gaps()).contains(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void signedUrlOfGoogleNamesTheServiceAccount() {
    CredentialUse use = query(GOOGLE);

    assertThat(use.kind()).isEqualTo(CredentialKind.GCP_TOKEN);
    assertThat(use.principal()).isEqualTo("gcp:example@example-project.iam.gserviceaccount.com");
    assertThat(use.principalType()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(use.audience()).containsExactly("gcp:storage:us-central1");
    assertThat(use.expiresAt()).isEqualTo(1_540_578_489L);
    assertThat(use.gaps()).containsExactly(Gap.SCOPES_OPAQUE);
  }

  @Test
  void signedUrlOfTheOlderKindNamesTheServiceAccount() {
    CredentialUse use =
        query("GoogleAccessId=sa%40p.iam.gserviceaccount.com&Expires=1388534400&Signature=BClz9e");

    assertThat(use.principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(use.expiresAt()).isEqualTo(1_388_534_400L);
  }

  @Test
  void hmacKeyOfGoogleIsNamedByItsPublicId() {
    CredentialUse use =
        query("X-Goog-Credential=GOOGTS7C7FUP3AIRVJTE2BCD/20190307/auto/storage/goog4_request");

    assertThat(use.publicId()).isEqualTo("GOOGTS7C7FUP3AIRVJTE2BCD");
    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).containsExactlyInAnyOrder(Gap.PRINCIPAL_UNKNOWN, Gap.SCOPES_OPAQUE);
  }

  @Test
  void whatIsNeitherAccountNorKeyOfGoogleIsNotTold() {
    CredentialUse use = query("X-Goog-Credential=hunter2/20190307/auto/storage/goog4_request");

    assertThat(use.publicId()).isNull();
    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).contains(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void userDelegationSignatureActsAsWhomItsKeyWasGivenTo() {
    CredentialUse use =
        storage(
            "sp=rl&st=2026-11-24T08:00:00Z&se=2026-11-24T16:00:00Z"
                + "&skoid=11111111-2222-3333-4444-555555555555"
                + "&sktid=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee&skt=x&ske=y&sks=b&skv=2024-11-04"
                + "&spr=https&sv=2024-11-04&sr=c&sig=s3cr3t%2Bsignature%3D");

    assertThat(use.kind()).isEqualTo(CredentialKind.AZURE_TOKEN);
    assertThat(use.principal())
        .isEqualTo(
            "entra:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee#11111111-2222-3333-4444-555555555555");
    assertThat(use.tenant()).isEqualTo("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
    assertThat(use.scopes()).containsExactly("permission:l", "permission:r");
    assertThat(use.scopesSource()).isEqualTo(ScopesSource.TOKEN_CLAIM);
    assertThat(use.audience()).containsExactly("azure:blob");
    assertThat(use.expiresAt()).isEqualTo(1_795_536_000L);
    assertThat(use.fingerprint()).startsWith("h1:");
    assertThat(use.gaps()).isEmpty();
  }

  @Test
  void signatureWithTheAccountsKeyActsAsTheAccount() {
    CredentialUse use = storage("sv=2024-11-04&ss=bq&srt=sco&sp=rw&se=2026-11-24&sig=abc");

    assertThat(use.principal()).isEqualTo("azure:storage-account/shop");
    assertThat(use.principalType()).isEqualTo(IdentityType.API_KEY);
    assertThat(use.audience()).containsExactly("azure:blob", "azure:queue");
    assertThat(use.expiresAt()).isEqualTo(1_795_478_400L);
  }

  @Test
  void accountBehindADomainOfItsOwnIsUnknown() {
    CredentialUse use = query("sv=2024-11-04&sr=b&sp=r&sig=abc");

    assertThat(use.principal()).isNull();
    assertThat(use.gaps()).containsExactly(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void storedPolicyIsNamedWhereItHoldsThePermissions() {
    CredentialUse use = storage("sv=2024-11-04&sr=f&si=readers&sig=abc");

    assertThat(use.publicId()).isEqualTo("readers");
    assertThat(use.audience()).containsExactly("azure:file");
    assertThat(use.gaps()).containsExactly(Gap.SCOPES_OPAQUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"az09-", "p"})
  void nameOfAPolicyIsALabel(String policy) {
    assertThat(storage("sv=1&sig=abc&si=" + policy).publicId()).isEqualTo(policy);
    for (char other : new char[] {'`', '{', '/', ':', 'A', '_'}) {
      assertThat(storage("sv=1&sig=abc&si=" + policy + other).publicId()).isNull();
    }
    assertThat(storage("sv=1&sig=abc&si=" + "p".repeat(64)).publicId()).hasSize(64);
    assertThat(storage("sv=1&sig=abc&si=" + "p".repeat(65)).publicId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.blob.core.windows.net",
        "shop-secondary.blob.core.windows.net",
        "shop.z1.blob.storage.azure.net",
        "shop.blob.core.usgovcloudapi.net",
        "shop.blob.core.chinacloudapi.cn"
      })
  void accountIsTheFirstLabelOfItsEndpoint(String host) {
    assertThat(reader.fromQuery(host, "sv=1&sp=r&sig=abc").principal())
        .isEqualTo("azure:storage-account/shop");
    assertThat(reader.fromQuery(null, "sv=1&sp=r&sig=abc").principal()).isNull();
  }

  @Test
  void sameSignatureHasTheSameFingerprintAndAnotherAnother() {
    String first = storage("sv=1&sp=r&sig=abc").fingerprint();

    assertThat(storage("sig=abc&sv=1&sp=r").fingerprint()).isEqualTo(first);
    assertThat(storage("sv=1&sp=r&sig=abd").fingerprint()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sp=/triggers/manual/run", "sp=R", "sp=abcdefghijklmnopqrstuvwxyzz"})
  void permissionsThatAreNoLettersAreLeftOpen(String permissions) {
    CredentialUse use = storage("sv=1&" + permissions + "&sig=abc");

    assertThat(use.scopes()).isEmpty();
    assertThat(use.gaps()).contains(Gap.SCOPES_OPAQUE);
  }

  @Test
  void accessTokenInTheQueryIsReadAsInTheHeader() {
    String token = jwt("{'iss':'https://as','sub':'u'}");

    assertThat(query("x=1&access_token=" + token))
        .isSameAs(reader.fromHeaders(Headers.bearer(token)));
  }

  @ParameterizedTest
  @CsvSource({
    "key=AIzaSyD-abcdefg, google",
    "private_token=glpat-abcdef, gitlab",
    "api_key=k-123, ",
    "apikey=sk-ant-api03-x, anthropic",
    "Api-Key=k-123, ",
    "subscription-key=k-123, ",
  })
  void keyInTheQueryTellsItsProductAndAFingerprint(String query, String product) {
    CredentialUse use = query("q=x&" + query);

    assertThat(use.kind()).isEqualTo(CredentialKind.API_KEY);
    assertThat(use.provider()).isEqualTo(product);
    assertThat(use.fingerprint()).startsWith("h1:");
  }

  @Test
  void keyHasOneFingerprintInHeaderAndQuery() {
    assertThat(query("api_key=k-123").fingerprint())
        .isEqualTo(reader.fromHeaders(Headers.of("X-Api-Key", "k-123")).fingerprint());
  }

  @Test
  void queryBeyondItsBudgetIsSaidToBe() {
    CredentialUse use = query("x=" + "a".repeat(QueryParameter.MAX_QUERY) + "&access_token=abc");

    assertThat(use.kind()).isEqualTo(CredentialKind.NONE);
    assertThat(use.gaps()).containsExactly(Gap.BUDGET_EXCEEDED);
  }
}
