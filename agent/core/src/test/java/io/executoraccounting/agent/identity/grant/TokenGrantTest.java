/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.bearer;
import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.ScopesSource;
import org.junit.jupiter.api.Test;

class TokenGrantTest {
  private static final String OPAQUE = "2YotnFZFEjr1zCsicMWpAA";
  private static final String BASIC = "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3";
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

  private final Issuing issuing = new Issuing();

  /** RFC 6749 s4.4.2, s4.4.3. */
  @Test
  void tokenOfClientCredentialsIsTheClients() {
    issuing
        .header("Authorization", BASIC)
        .post(
            "grant_type=client_credentials",
            "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"token_type\":\"example\","
                + "\"expires_in\":3600,\"example_parameter\":\"example_value\"}");

    Grant grant = issuing.grantOfBearer(OPAQUE);
    assertThat(grant.type()).isEqualTo(GrantType.CLIENT_CREDENTIALS);
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://as.example.com#s6BhdRkqt3");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(grant.issued().gaps()).doesNotContain(Gap.PRINCIPAL_UNKNOWN);
    assertThat(grant.subject().principal()).isEqualTo(grant.issued().principal());
    assertThat(grant.subject().kind()).isEqualTo(CredentialKind.BASIC);
    assertThat(grant.issued().expiresAt()).isEqualTo(issuing.now() + 3600);
  }

  @Test
  void scopesThatTheResponseLeavesOutAreThoseAskedFor() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "scope=b a"),
        "{\"access_token\":\"" + OPAQUE + "\"}");

    Grant grant = issuing.grantOfBearer(OPAQUE);
    assertThat(grant.requestedScopes()).containsExactly("b", "a");
    assertThat(grant.issued().scopes()).containsExactly("a", "b");
    assertThat(grant.issued().scopesSource()).isEqualTo(ScopesSource.TOKEN_RESPONSE);
    assertThat(grant.issued().gaps()).doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void grantedScopesAreThoseOfTheResponse() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "scope=a b"),
        "{\"access_token\":\"" + OPAQUE + "\",\"scope\":\"a\"}");

    assertThat(issuing.grantOfBearer(OPAQUE).issued().scopes()).containsExactly("a");
  }

  @Test
  void exchangedTokenIsItsSubjectsAndNamesItsActor() {
    String user = jwt("{'iss':'https://as','sub':'alice','azp':'web','scope':'tickets'}");
    String agent = jwt("{'iss':'https://as','sub':'bot','sub_profile':'ai_agent'}");
    issuing.post(
        form(
            "grant_type=" + EXCHANGE,
            "client_id=desk",
            "client_secret=x",
            "subject_token=" + user,
            "subject_token_type=urn:ietf:params:oauth:token-type:access_token",
            "actor_token=" + agent,
            "actor_token_type=urn:ietf:params:oauth:token-type:jwt",
            "audience=https://tickets.example.com/?q=1",
            "scope=tickets:read"),
        "{\"access_token\":\""
            + OPAQUE
            + "\",\"issued_token_type\":"
            + "\"urn:ietf:params:oauth:token-type:access_token\",\"token_type\":\"Bearer\"}");

    Grant grant = issuing.grantOfBearer(OPAQUE);
    assertThat(grant.type()).isEqualTo(GrantType.TOKEN_EXCHANGE);
    assertThat(grant.subject().fingerprint()).isEqualTo(bearer(user).fingerprint());
    assertThat(grant.actor().principal()).isEqualTo("oauth:https://as#bot");
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://as#alice");
    assertThat(grant.issued().initiator().id()).isEqualTo("oauth:https://as#alice");
    assertThat(grant.issued().actors())
        .singleElement()
        .satisfies(actor -> assertThat(actor.id()).isEqualTo("oauth:https://as#bot"));
    assertThat(grant.issued().client().id()).isEqualTo("oauth:https://as.example.com#desk");
    assertThat(grant.issued().audience()).containsExactly("https://tickets.example.com/");
  }

  @Test
  void exchangeWithoutAnActorNamesNone() {
    String user = jwt("{'iss':'https://as','sub':'alice','azp':'web','scope':'tickets'}");
    issuing.post(
        form("grant_type=" + EXCHANGE, "client_id=desk", "subject_token=" + user),
        "{\"access_token\":\"" + OPAQUE + "\"}");

    Grant grant = issuing.grantOfBearer(OPAQUE);
    assertThat(grant.actor()).isNull();
    assertThat(grant.issued().actors()).isEmpty();
    assertThat(grant.issued().initiator()).isNull();
  }

  @Test
  void callIsDescribedByItsGrant() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "client_secret=s", "scope=a"),
        "{}");

    assertThat(issuing.described().operation()).isEqualTo("client_credentials");
    assertThat(issuing.described().requestedScopes()).containsExactly("a");
    assertThat(issuing.described().credential().kind()).isEqualTo(CredentialKind.BASIC);
    assertThat(issuing.described().credential().principal())
        .isEqualTo("oauth:https://as.example.com#billing");
  }
}
