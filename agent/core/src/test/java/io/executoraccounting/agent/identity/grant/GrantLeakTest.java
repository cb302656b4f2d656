/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OutboundCall;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Canaries in every field: none can be reached afterwards, in no object and in no buffer. */
class GrantLeakTest {
  private static final String CANARY = "QcAnArY7xK2pW9";
  private static final int PART = 6;

  private final Issuing issuing = new Issuing();

  /** Values that are told: they are public by their nature. */
  private static final String[] SECRET_PARAMETERS = {
    "client_secret",
    "refresh_token",
    "code",
    "code_verifier",
    "password",
    "device_code",
    "auth_req_id",
    "assertion",
    "client_assertion",
    "subject_token",
    "actor_token",
    "SAMLResponse",
    "redirect_uri",
    "options",
    "unknown",
    "WebIdentityToken",
    "SAMLAssertion",
    "Policy",
    "ExternalId",
    "TokenCode",
    "SerialNumber",
    "Tags.member.1.Value",
    "requested_token_use",
    "subject_token_type",
    "actor_token_type",
    "client_assertion_type",
    "login_hint"
  };

  static Stream<String> grants() {
    return Stream.of(
        "grant_type=client_credentials",
        "grant_type=authorization_code",
        "grant_type=refresh_token",
        "grant_type=password",
        form("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer"),
        form("grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer"),
        form("grant_type=urn:ietf:params:oauth:grant-type:token-exchange"),
        "Action=AssumeRole",
        "Action=AssumeRoleWithWebIdentity",
        "Action=AssumeRoleWithSAML",
        "grant_type=unknown",
        "nothing=1");
  }

  private static String parameters() {
    StringBuilder form = new StringBuilder();
    for (String name : SECRET_PARAMETERS) {
      form.append('&').append(form(name + "=" + CANARY));
    }
    return form.toString();
  }

  private static final String RESPONSE =
      ("{'access_token':'@','refresh_token':'@','id_token':'@','device_secret':'@','@':1,"
              + "'access_boundary_session_key':'@','client_info':'@','error_description':'@',"
              + "'nested':{'access_token':'@','Credentials':{'SecretAccessKey':'@',"
              + "'SessionToken':'@','AccessKeyId':'@'}},'list':['@'],'token_type':'Bearer'}")
          .replace('\'', '"')
          .replace("@", CANARY);

  @ParameterizedTest
  @MethodSource("grants")
  void nothingOfASecretIsReachable(String grant) throws Exception {
    GrantWatch watch = issuing.watch("POST");
    byte[] body = (grant + parameters()).getBytes(UTF_8);
    watch.requestBody(body, 0, body.length);
    OutboundCall described = watch.describe(OutboundCall.builder("http", "POST /").build());
    watch.responded(200);
    byte[] answer = RESPONSE.getBytes(UTF_8);
    watch.responseBody(answer, 0, answer.length);

    assertNoPart(CANARY, watch, described, issuing.grants);
  }

  @ParameterizedTest
  @MethodSource("grants")
  void nothingOfASecretIsReachableWhereTheBodyBreaksOff(String grant) throws Exception {
    GrantWatch watch = issuing.watch("POST");
    byte[] body = (grant + "&client_secret=" + CANARY + "&subject_token=" + CANARY).getBytes(UTF_8);
    watch.requestBody(body, 0, body.length);
    watch.responded(200);
    byte[] answer = ("{\"access_token\":\"" + CANARY).getBytes(UTF_8);
    watch.responseBody(answer, 0, answer.length);
    watch.responseEnded();

    assertNoPart(CANARY, watch, issuing.grants);
  }

  /** Else the tests above could not fail. */
  @Test
  void searchFindsWhatIsStillBeingRead() throws Exception {
    GrantWatch watch = issuing.watch("POST");
    byte[] body = ("grant_type=password&subject_token=" + CANARY).getBytes(UTF_8);
    watch.requestBody(body, 0, body.length);

    assertThat(ObjectGraph.textsOf(watch)).contains(CANARY);
  }

  @Test
  void nothingOfAKeyIsReachable() throws Exception {
    GrantWatch watch = issuing.at("2019-11-09T12:00:00Z").watch("POST");
    byte[] body = form("Action=AssumeRole", "RoleArn=arn:aws:iam::1:role/a").getBytes(UTF_8);
    watch.requestBody(body, 0, body.length);
    watch.responded(200);
    byte[] answer = StsSamples.ASSUMED_ROLE.getBytes(UTF_8);
    watch.responseBody(answer, 0, answer.length);

    assertThat(issuing.grantOfKey(StsSamples.KEY)).isNotNull();
    assertNoPart(StsSamples.SECRET.substring(0, 30), watch, issuing.grants);
    assertNoPart(StsSamples.SESSION.substring(36), watch, issuing.grants);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a@p.iam:generateAccessToken",
        "https://api.github.com/app/installations/42/access_tokens",
        "https://k/api/v1/namespaces/shop/serviceaccounts/cart/token",
        "https://vault/v1/auth/approle/login"
      })
  void nothingOfWhatServicesGiveOutIsReachable(String url) throws Exception {
    GrantWatch watch =
        issuing
            .to(url)
            .withoutHeaders()
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + CANARY)
            .watch("POST");
    byte[] body =
        ("{'jwt':'@','role_id':'@','secret_id':'@','password':'@','lifetime':'@'}")
            .replace('\'', '"')
            .replace("@", CANARY)
            .getBytes(UTF_8);
    watch.requestBody(body, 0, body.length);
    watch.responded(201);
    byte[] answer =
        ("{'accessToken':'@','token':'@','status':{'token':'@'},"
                + "'auth':{'client_token':'@','accessor':'@','metadata':{'k':'@'}}}")
            .replace('\'', '"')
            .replace("@", CANARY)
            .getBytes(UTF_8);
    watch.responseBody(answer, 0, answer.length);

    assertThat(issuing.grantOfBearer(CANARY)).isNotNull();
    assertNoPart(CANARY, watch, issuing.grants);
  }

  @Test
  void partsOfTokensAreNotReachable() throws Exception {
    String subject = jwt("{'iss':'https://as','sub':'u1','x':'" + CANARY + "'}");
    String issued = jwt("{'iss':'https://as','sub':'u1','y':'" + CANARY + "'}");
    issuing.post(
        form(
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token=" + subject),
        "{\"access_token\":\"" + issued + "\"}");

    assertThat(issuing.grantOfBearer(issued)).isNotNull();
    for (String part : (subject + "." + issued).split("\\.")) {
      assertNoPart(part.substring(Math.max(0, part.length() - 20)), issuing.grants);
    }
  }

  @Test
  void audienceIsToldWithoutItsQuery() throws Exception {
    issuing.post(
        form(
            "grant_type=client_credentials",
            "client_id=a",
            "audience=https://api.example.com/x?key=" + CANARY,
            "resource=https://user:" + CANARY + "@api.example.com/",
            "resource=https://api.example.com/#" + CANARY),
        "{\"access_token\":\"opaque\"}");

    assertThat(issuing.grantOfBearer("opaque").issued().audience())
        .containsExactly("https://api.example.com/x", "https://api.example.com/");
    assertNoPart(CANARY, issuing.grants, issuing.described());
  }

  private static void assertNoPart(String secret, Object... roots) throws Exception {
    String texts = ObjectGraph.textsOf(roots);
    String encoded = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
    for (int i = 0; i + PART <= secret.length(); i++) {
      assertThat(texts).doesNotContain(secret.substring(i, i + PART));
    }
    assertThat(texts).doesNotContain(encoded);
  }
}
