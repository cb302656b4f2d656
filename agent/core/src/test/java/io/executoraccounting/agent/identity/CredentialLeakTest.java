/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.SIGNATURE;
import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static io.executoraccounting.agent.identity.TestTokens.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Canaries through every reader: no part of a secret, of a payload or of a person's data is told.
 */
class CredentialLeakTest {
  private static final String CANARY = "QcAnArY7xK2pW9";
  private static final int PART = 6;

  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  static Stream<Arguments> secrets() {
    String claims = "{'iss':'https://as','sub':'u1','scope':'a','x-secret':'" + CANARY + "'}";
    String token = jwt(claims);
    return Stream.of(
        Arguments.of("Authorization", "Bearer " + token, SIGNATURE),
        Arguments.of("Authorization", "Bearer " + token, part(claims)),
        Arguments.of("Authorization", "Bearer " + token, CANARY),
        Arguments.of("Authorization", "DPoP " + token, SIGNATURE),
        Arguments.of("Authorization", "Bearer " + CANARY, CANARY),
        Arguments.of("Authorization", "token ghp_" + CANARY, CANARY),
        Arguments.of("Authorization", "Bearer sk-ant-" + CANARY, CANARY),
        Arguments.of("Authorization", "Bearer ya29." + CANARY, CANARY),
        Arguments.of("Authorization", "Bearer eyJ" + CANARY + ".x.y", CANARY),
        Arguments.of("Authorization", "Bearer eyJ" + CANARY + ".a.b.c.d", CANARY),
        Arguments.of("Authorization", "Bearer " + CANARY.repeat(2000), CANARY),
        Arguments.of("Authorization", basic("user:" + CANARY), CANARY),
        Arguments.of("Authorization", basic("user:" + CANARY), basic("user:" + CANARY)),
        Arguments.of("Authorization", basic("ghp_" + CANARY + ":"), CANARY),
        Arguments.of("Authorization", "Basic " + CANARY, CANARY),
        Arguments.of(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + " SignedHeaders=host, Signature="
                + CANARY,
            CANARY),
        Arguments.of("Authorization", "AWS4-HMAC-SHA256 Credential=" + CANARY, CANARY),
        Arguments.of("Authorization", "Negotiate " + CANARY, CANARY),
        Arguments.of("Authorization", "Digest response=\"" + CANARY + "\"", CANARY),
        Arguments.of("Authorization", CANARY, CANARY),
        Arguments.of("Txn-Token", token, SIGNATURE),
        Arguments.of("Txn-Token", token, CANARY),
        Arguments.of("X-Api-Key", CANARY, CANARY),
        Arguments.of("api-key", CANARY, CANARY),
        Arguments.of("x-goog-api-key", CANARY, CANARY),
        Arguments.of("X-Vault-Token", "hvs." + CANARY, CANARY),
        Arguments.of("PRIVATE-TOKEN", "glpat-" + CANARY, CANARY),
        Arguments.of("Authorization", "SharedKey shop:" + CANARY, CANARY),
        Arguments.of("Authorization", "SharedKey " + CANARY, CANARY),
        Arguments.of("Authorization", "SharedAccessSignature sr=x&se=1&sig=" + CANARY, CANARY),
        Arguments.of("Authorization", "NTLM " + CANARY, CANARY),
        Arguments.of("Authorization", "Negotiate TlRMTVNTUAAD" + CANARY, CANARY),
        Arguments.of("Authorization", "ApiKey " + CANARY, CANARY),
        Arguments.of("Authorization", "ApiKey " + elasticsearch(), CANARY),
        Arguments.of("Authorization", "GenieKey " + CANARY, CANARY),
        Arguments.of("Authorization", "SSWS " + CANARY, CANARY),
        Arguments.of("Authorization", "Token token=\"" + CANARY + "\"", CANARY),
        Arguments.of("Authorization", "OAuth " + CANARY, CANARY),
        Arguments.of("Authorization", "GOOG4-RSA-SHA256 Credential=" + CANARY, CANARY),
        Arguments.of("Workload-Identity-Token", token, SIGNATURE),
        Arguments.of("Workload-Identity-Token", token, CANARY),
        Arguments.of("JOB-TOKEN", "glcbt-" + CANARY, CANARY),
        Arguments.of("DD-API-KEY", CANARY, CANARY),
        Arguments.of("X-Shopify-Access-Token", "shpat_" + CANARY, CANARY),
        Arguments.of("CF-Access-Client-Secret", CANARY, CANARY),
        Arguments.of("X-Auth-Token", token, CANARY),
        Arguments.of("Cookie", "JSESSIONID=" + CANARY, CANARY));
  }

  private static String elasticsearch() {
    String pair = "VuaCfGcBCdbkQm-e5aOx:" + CANARY;
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token=" + CANARY,
        "api_key=" + CANARY,
        "key=AIza" + CANARY,
        "private_token=glpat-" + CANARY,
        "q=" + CANARY + "&sv=2024-11-04&sr=b&sp=r&sig=" + CANARY,
        "sv=2024-11-04&sp=" + CANARY + "&skoid=" + CANARY + "&sktid=" + CANARY + "&sig=x",
        "X-Amz-Credential=" + CANARY + "&X-Amz-Signature=" + CANARY,
        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request"
            + "&X-Amz-Security-Token="
            + CANARY
            + "&X-Amz-Signature="
            + CANARY,
        "X-Goog-Credential=" + CANARY + "&X-Goog-Signature=" + CANARY,
        "GoogleAccessId=" + CANARY + "&Signature=" + CANARY,
      })
  void noPartOfASecretInAQueryIsTold(String query) throws Exception {
    String told = Told.by(reader.fromQuery("shop.blob.core.windows.net", query));

    assertThat(Told.tellsPart(told, CANARY, PART)).as(told).isFalse();
  }

  @Test
  void noPartOfATokenInAPasswordsPlaceIsTold() throws Exception {
    String signed =
        "db:5432/?Action=connect&X-Amz-Credential=ASIAQNZGKIQY56JQ7WML/20261124/eu/rds-db/"
            + "aws4_request&X-Amz-Security-Token="
            + CANARY
            + "&X-Amz-Signature="
            + CANARY;
    String token = jwt("{'iss':'https://as','sub':'u1','x-secret':'" + CANARY + "'}");

    assertThat(Told.by(reader.fromPassword(signed))).doesNotContain(CANARY);
    assertThat(Told.tellsPart(Told.by(reader.fromPassword(token)), SIGNATURE, PART)).isFalse();
    assertThat(Told.by(reader.fromPassword(token))).doesNotContain(CANARY);
  }

  @Test
  void passwordIsNotEvenReadAsAToken() {
    assertThat(reader.fromPassword(CANARY)).isNull();
    assertThat(reader.fromPassword("ghp_" + CANARY)).isNull();
  }

  @Test
  void secretInAUsersPlaceIsNotTold() throws Exception {
    assertThat(Told.by(reader.fromSasl("PLAIN", "ghp_" + CANARY, "broker"))).doesNotContain(CANARY);
    assertThat(Told.by(reader.fromSasl("AWS_MSK_IAM", CANARY, "broker"))).doesNotContain(CANARY);
  }

  @Test
  void whatWasConsentedToIsNotTold() throws Exception {
    String claims =
        "{'iss':'https://as','sub':'u1','authorization_details':[{'type':'payment','actions':"
            + "['initiate'],'creditorName':'"
            + CANARY
            + "','identifier':'"
            + CANARY
            + "'}],"
            + "'tctx':{'note':'"
            + CANARY
            + "'},'rctx':{'req_ip':'"
            + CANARY
            + "'}}";

    assertThat(Told.by(reader.fromHeaders(Headers.bearer(jwt(claims)))))
        .contains("permission:payment/initiate")
        .doesNotContain(CANARY);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void noPartOfASecretIsTold(String header, String value, String secret) throws Exception {
    CredentialUse use = reader.fromHeaders(Headers.of(header, value));

    assertThat(Told.tellsPart(Told.by(use), secret, PART)).as(Told.by(use)).isFalse();
  }

  @Test
  void sessionTokenIsNotTold() throws Exception {
    Headers headers =
        Headers.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=ASIAQNZGKIQY56JQ7WML/20261124/eu-central-1/s3/"
                    + "aws4_request, SignedHeaders=host, Signature=0")
            .and("X-Amz-Security-Token", CANARY);

    assertThat(Told.by(reader.fromHeaders(headers))).doesNotContain(CANARY);
  }

  @Test
  void whatAPersonIsCalledIsNotTold() throws Exception {
    String personal =
        "{'iss':'https://as','sub':'u1','azp':'web','scope':'a','name':'Canaria Namen',"
            + "'given_name':'Canaria','family_name':'Namen','preferred_username':'cnamen',"
            + "'email':'canaria@example.com','upn':'canaria@example.org','unique_name':'canna1',"
            + "'username':'canna2','nickname':'canny','phone_number':'+4930123456',"
            + "'address':{'formatted':'Canarystrasse 7'},'picture':'https://p/canaria.png',"
            + "'birthdate':'1990-01-01','ipaddr':'192.0.2.7','clientAddress':'192.0.2.8'}";

    String told = Told.by(reader.fromHeaders(Headers.bearer(jwt(personal))));

    assertThat(told.toLowerCase(Locale.ROOT))
        .contains("oauth:https://as#")
        .doesNotContain(
            "canar", "namen", "canna", "canny", "49301", "1990-01", "192.0.2", "example.com");
  }

  @Test
  void mailboxAndAddressOfACertificateAreNotTold() throws Exception {
    for (String name : new String[] {"person", "host", "nameless"}) {
      X509Certificate[] chain = {CertificateReaderTest.certificate(name)};
      String told = Told.by(reader.fromCertificates(chain));

      assertThat(told).doesNotContain("canary", "Main Street", "Hessen", "6a616e65");
    }
  }

  @Test
  void databaseLoginHasNoPlaceForAPassword() throws Exception {
    CredentialUse use =
        reader.fromDatabaseLogin(CredentialKind.DB_PASSWORD, "postgresql", "app", "db", "pool");

    assertThat(use.fingerprint()).isNull();
  }
}
