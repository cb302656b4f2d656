/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.bearer;
import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import org.junit.jupiter.api.Test;

/** RFC 8693, and services that follow it. */
class TokenExchangeTest {
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String TYPE = "urn:ietf:params:oauth:token-type:";
  private static final String ALICE =
      jwt("{'iss':'https://as','sub':'alice','azp':'web','scope':'tickets'}");
  private static final String BOT =
      jwt("{'iss':'https://as','sub':'bot','sub_profile':'ai_agent'}");

  private final Issuing issuing = new Issuing();

  private Grant answered(String answer, String... more) {
    return issuing
        .post(
            form("grant_type=" + EXCHANGE, "client_id=desk", "client_secret=x") + "&" + form(more),
            answer)
        .grantOfBearer("issued");
  }

  private Grant exchange(String... more) {
    return answered("{\"access_token\":\"issued\",\"token_type\":\"Bearer\"}", more);
  }

  /** RFC 8693 s2.3, figures 1 to 4. */
  @Test
  void sampleOfTheStandardLinksItsTwoTokens() {
    String issued =
        "eyJhbGciOiJFUzI1NiIsImtpZCI6IjllciJ9.eyJhdWQiOiJodHRwczovL2JhY2tlbmQuZXhhbXBsZS5jb20iL"
            + "CJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUuY29tIiwiZXhwIjoxNDQxOTE3NTkzLCJpYXQiOjE0NDE5MTc1"
            + "MzMsInN1YiI6ImJkY0BleGFtcGxlLmNvbSIsInNjb3BlIjoiYXBpIn0.40y3ZgQedw6rxf59WlwHDD9jryFO"
            + "r0_Wh3CGozQBihNBhnXEQgU85AI9x3KmsPottVMLPIWvmDCMy5-kdXjwhw";
    issuing
        .at("2015-09-10T20:38:53Z")
        .to("https://as.example.com/as/token.oauth2")
        .header("Authorization", "Basic cnMwODpsb25nLXNlY3VyZS1yYW5kb20tc2VjcmV0")
        .post(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                + "&resource=https%3A%2F%2Fbackend.example.com%2Fapi"
                + "&subject_token=accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC"
                + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token",
            "{\"access_token\":\""
                + issued
                + "\",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\","
                + "\"token_type\":\"Bearer\",\"expires_in\":60}");

    Grant grant = issuing.grantOfBearer(issued);
    assertThat(grant.type()).isEqualTo(GrantType.TOKEN_EXCHANGE);
    assertThat(grant.issued().principal())
        .isEqualTo("oauth:https://as.example.com#bdc@example.com");
    assertThat(grant.issued().scopes()).containsExactly("api");
    assertThat(grant.issued().audience()).containsExactly("https://backend.example.com");
    assertThat(grant.issued().client().id()).isEqualTo("oauth:https://as.example.com#rs08");
    assertThat(grant.subject().fingerprint())
        .isEqualTo(bearer("accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC").fingerprint());
  }

  /** A server may answer two people with one token of its cache: it is then neither's. */
  @Test
  void tokenThatTwoSubjectsAreGivenIsNeithers() {
    String bob = jwt("{'iss':'https://as','sub':'bob','azp':'web','scope':'tickets'}");
    exchange("subject_token=" + ALICE, "subject_token_type=" + TYPE + "access_token");
    assertThat(exchange("subject_token=" + bob).issued().principal()).isNull();

    Grant grant = exchange("subject_token=" + ALICE);
    assertThat(grant.subject()).isNull();
    assertThat(grant.issued().principal()).isNull();
    assertThat(grant.issued().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
    assertThat(grant.issued().client().id()).isEqualTo("oauth:https://as.example.com#desk");
  }

  @Test
  void tokenThatOneSubjectIsGivenAgainStaysThatSubjects() {
    String newer =
        jwt("{'iss':'https://as','sub':'alice','azp':'web','scope':'tickets','jti':'2'}");
    exchange("subject_token=" + ALICE);

    assertThat(exchange("subject_token=" + newer).subject().principal())
        .isEqualTo("oauth:https://as#alice");
  }

  @Test
  void tokenThatTwoActorsAreGivenIsNeithers() {
    String cat = jwt("{'iss':'https://as','sub':'cat','sub_profile':'ai_agent'}");
    exchange("subject_token=" + ALICE, "actor_token=" + BOT);

    Grant grant = exchange("subject_token=" + ALICE, "actor_token=" + cat);
    assertThat(grant.actor()).isNull();
    assertThat(grant.issued().actors()).isEmpty();
  }

  @Test
  void tokenThatTwoClientsAreGivenIsNeithers() {
    for (String client : new String[] {"one", "two"}) {
      issuing.post(
          form("grant_type=client_credentials", "client_id=" + client, "client_secret=s"),
          "{\"access_token\":\"issued\"}");
    }

    Grant grant = issuing.grantOfBearer("issued");
    assertThat(grant.issued().principal()).isNull();
    assertThat(grant.issued().client()).isNull();
    assertThat(grant.subject()).isNull();
  }

  @Test
  void exchangedTokenIsItsSubjectsAndNamesItsActor() {
    Grant grant =
        exchange(
            "subject_token=" + ALICE,
            "subject_token_type=" + TYPE + "access_token",
            "actor_token=" + BOT,
            "actor_token_type=" + TYPE + "jwt");

    assertThat(grant.actor().principal()).isEqualTo("oauth:https://as#bot");
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://as#alice");
    assertThat(grant.issued().initiator().id()).isEqualTo("oauth:https://as#alice");
    assertThat(grant.issued().actors())
        .singleElement()
        .satisfies(actor -> assertThat(actor.id()).isEqualTo("oauth:https://as#bot"));
    assertThat(grant.issued().client().id()).isEqualTo("oauth:https://as.example.com#desk");
  }

  @Test
  void exchangeWithoutAnActorNamesNone() {
    Grant grant = exchange("subject_token=" + ALICE);

    assertThat(grant.actor()).isNull();
    assertThat(grant.issued().actors()).isEmpty();
    assertThat(grant.issued().initiator()).isNull();
  }

  @Test
  void actorsOfTheSubjectStandBehindTheCurrentOne() {
    String delegated = jwt("{'iss':'https://as','sub':'alice','act':{'sub':'first'}}");

    Grant grant = exchange("subject_token=" + delegated, "actor_token=" + BOT);
    assertThat(grant.issued().actors())
        .extracting(actor -> actor.id())
        .containsExactly("oauth:https://as#bot", "oauth:https://as#first");
    assertThat(grant.issued().initiator().id()).isEqualTo("oauth:https://as#alice");
  }

  @Test
  void opaqueSubjectIsWhomItsOwnGrantNamed() {
    exchange("subject_token=" + ALICE);
    issuing.post(
        form("grant_type=" + EXCHANGE, "subject_token=issued"), "{\"access_token\":\"second\"}");

    Grant grant = issuing.grantOfBearer("second");
    assertThat(grant.subject().principal()).isEqualTo("oauth:https://as#alice");
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://as#alice");
  }

  @Test
  void tokenThatNamesItselfIsBelievedBeforeItsSubject() {
    String issued = jwt("{'iss':'https://as','sub':'other','scope':'x'}");
    answered("{\"access_token\":\"" + issued + "\",\"scope\":\"y\"}", "subject_token=" + ALICE);

    Grant grant = issuing.grantOfBearer(issued);
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://as#other");
    assertThat(grant.issued().scopes()).containsExactly("x");
  }

  @Test
  void boundTokenIsFoundUnderItsOwnScheme() {
    String issued =
        jwt("{'iss':'https://as','sub':'alice','cnf':{'jkt':'0ZcOCORZNYy-DWpqq30jZyJGHT'}}");
    answered(
        "{\"access_token\":\"" + issued + "\",\"token_type\":\"DPoP\"}", "subject_token=" + ALICE);

    Grant grant = issuing.grants.grantOf(Issuing.READER.fromToken(issued, CredentialKind.DPOP_JWT));
    assertThat(grant.issued().binding()).isEqualTo(Binding.DPOP);
  }

  @Test
  void opaqueTokenThatIsBoundSaysSo() {
    answered("{\"access_token\":\"issued\",\"token_type\":\"DPoP\"}", "subject_token=" + ALICE);

    assertThat(issuing.grantOfBearer("issued").issued().binding()).isEqualTo(Binding.DPOP);
  }

  @Test
  void samlIsNotReadAsAToken() {
    Grant grant = exchange("subject_token=PHNhbWw-", "subject_token_type=" + TYPE + "saml2");

    assertThat(grant.subject()).isNull();
    assertThat(grant.issued().principal()).isNull();
  }

  @Test
  void refreshTokenInTheAccessTokensPlaceIsNone() {
    answered(
        "{\"access_token\":\"issued\",\"issued_token_type\":\"" + TYPE + "refresh_token\"}",
        "subject_token=" + ALICE);

    assertThat(issuing.grantOfBearer("issued")).isNull();
  }

  /** Google's Security Token Service, v1, in JSON. */
  @Test
  void googlesServiceIsReadInItsOwnSpelling() {
    String pod =
        jwt(
            "{'iss':'https://oidc','sub':'system:serviceaccount:shop:cart',"
                + "'kubernetes.io':{'namespace':'shop','serviceaccount':{'name':'cart'}}}");
    issuing
        .to("https://sts.googleapis.com/v1/token")
        .withoutHeaders()
        .header("Content-Type", "application/json; charset=UTF-8")
        .post(
            "{\"grantType\":\""
                + EXCHANGE
                + "\",\"audience\":\"//iam.googleapis.com/projects/1/"
                + "locations/global/workloadIdentityPools/p/providers/k\",\"scope\":"
                + "\"https://www.googleapis.com/auth/cloud-platform\",\"requestedTokenType\":\""
                + TYPE
                + "access_token\",\"subjectTokenType\":\""
                + TYPE
                + "jwt\","
                + "\"subjectToken\":\""
                + pod
                + "\"}",
            "{\"access_token\":\"ya29.d.x\",\"issued_token_type\":\""
                + TYPE
                + "access_token\",\"token_type\":\"Bearer\",\"expires_in\":3599}");

    Grant grant = issuing.grantOfBearer("ya29.d.x");
    assertThat(grant.issued().principal()).isEqualTo("k8s:shop/cart");
    assertThat(grant.issued().scopes())
        .containsExactly("https://www.googleapis.com/auth/cloud-platform");
    assertThat(grant.issued().kind()).isEqualTo(CredentialKind.GCP_TOKEN);
  }

  @Test
  void callPresentsTheSubjectWhereTheClientShowsNothing() {
    issuing.post(form("grant_type=" + EXCHANGE, "subject_token=" + ALICE), "{}");

    assertThat(issuing.described().operation()).isEqualTo("token_exchange");
    assertThat(issuing.described().credential().principal()).isEqualTo("oauth:https://as#alice");
  }
}
