/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import org.junit.jupiter.api.Test;

/** RFC 6749 s6: a newer token is what the one before it was. */
class RefreshTest {
  private static final String ID_TOKEN =
      jwt("{'iss':'https://op','sub':'248289761001','aud':'s6BhdRkqt3','nonce':'n'}");

  private final Issuing issuing =
      new Issuing().header("Authorization", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3");

  /** RFC 6749 s4.1.3 and s4.1.4, with an ID token beside it. */
  private void authorize() {
    issuing.post(
        form(
            "grant_type=authorization_code",
            "code=SplxlOBeZQQYbYS6WxSbIA",
            "redirect_uri=https://client.example.com/cb",
            "resource=https://api.example.com/"),
        "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"token_type\":\"example\","
            + "\"expires_in\":3600,\"refresh_token\":\"tGzv3JOkF0XG5Qx2TlKWIA\","
            + "\"scope\":\"openid orders\",\"id_token\":\""
            + ID_TOKEN
            + "\",\"example_parameter\":\"example_value\"}");
  }

  private Grant refresh(String refreshToken, String answer) {
    return issuing
        .post("grant_type=refresh_token&refresh_token=" + refreshToken, answer)
        .grantOfBearer("newer");
  }

  @Test
  void codeGivesWhomTheIdTokenNames() {
    authorize();

    Grant grant = issuing.grantOfBearer("2YotnFZFEjr1zCsicMWpAA");
    assertThat(grant.type()).isEqualTo(GrantType.AUTHORIZATION_CODE);
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://op#248289761001");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.HUMAN);
    assertThat(grant.issued().client().id()).isEqualTo("oauth:https://op#s6BhdRkqt3");
    assertThat(grant.issued().initiator()).isNull();
    assertThat(grant.subject()).isNull();
  }

  @Test
  void codeWithoutAnIdTokenGivesNobodyKnown() {
    issuing.post("grant_type=authorization_code&code=c", "{\"access_token\":\"newer\"}");

    Grant grant = issuing.grantOfBearer("newer");
    assertThat(grant.issued().principal()).isNull();
    assertThat(grant.issued().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void newerTokenIsOfTheSameGrant() {
    authorize();

    Grant grant = refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"newer\"}");
    assertThat(grant.type()).isEqualTo(GrantType.AUTHORIZATION_CODE);
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://op#248289761001");
    assertThat(grant.issued().client().id()).isEqualTo("oauth:https://op#s6BhdRkqt3");
  }

  @Test
  void scopesThatARefreshLeavesOutAreThoseOfBefore() {
    authorize();

    Grant grant = refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"newer\"}");
    assertThat(grant.issued().scopes()).containsExactly("openid", "orders");
  }

  @Test
  void narrowedScopesAreThoseOfTheNewerToken() {
    authorize();

    Grant grant = refresh("tGzv3JOkF0XG5Qx2TlKWIA&scope=orders", "{\"access_token\":\"newer\"}");
    assertThat(grant.issued().scopes()).containsExactly("orders");
  }

  /** RFC 8707 s2.2: a refresh may ask for a token for another resource. */
  @Test
  void newerTokenIsForTheResourceThatItIsAskedFor() {
    authorize();

    Grant grant =
        refresh(
            "tGzv3JOkF0XG5Qx2TlKWIA&resource=https%3A%2F%2Fother.example.com%2F",
            "{\"access_token\":\"newer\"}");
    assertThat(grant.issued().audience()).containsExactly("https://other.example.com/");
  }

  @Test
  void exchangeThatIsRefreshedKeepsItsSubjectAndActor() {
    String alice = jwt("{'iss':'https://as','sub':'alice','azp':'web','scope':'t'}");
    String bot = jwt("{'iss':'https://as','sub':'bot'}");
    issuing.post(
        form(
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token=" + alice,
            "actor_token=" + bot),
        "{\"access_token\":\"older\",\"refresh_token\":\"r1\"}");

    Grant grant = refresh("r1", "{\"access_token\":\"newer\"}");
    assertThat(grant.type()).isEqualTo(GrantType.TOKEN_EXCHANGE);
    assertThat(grant.subject().fingerprint()).isEqualTo(Issuing.bearer(alice).fingerprint());
    assertThat(grant.actor().principal()).isEqualTo("oauth:https://as#bot");
    assertThat(grant.issued().actors()).hasSize(1);
  }

  @Test
  void rotatedRefreshTokensLeadOn() {
    authorize();
    refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"n1\",\"refresh_token\":\"r2\"}");

    Grant grant = refresh("r2", "{\"access_token\":\"newer\"}");
    assertThat(grant.type()).isEqualTo(GrantType.AUTHORIZATION_CODE);
  }

  @Test
  void refreshTokenThatStaysLeadsOnAgain() {
    authorize();
    refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"n1\"}");

    Grant grant = refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"newer\"}");
    assertThat(grant.type()).isEqualTo(GrantType.AUTHORIZATION_CODE);
  }

  @Test
  void refreshTokenThatNobodySawGivesNobodyKnown() {
    Grant grant = refresh("unseen", "{\"access_token\":\"newer\"}");

    assertThat(grant.type()).isEqualTo(GrantType.REFRESH_TOKEN);
    assertThat(grant.issued().principal()).isNull();
    assertThat(grant.subject()).isNull();
  }

  @Test
  void refreshAddsNothingToTheTableThatGrows() {
    authorize();
    int before = issuing.grants.size();
    for (int i = 0; i < 50; i++) {
      refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"newer\"}");
    }

    assertThat(issuing.grants.size()).isEqualTo(before + 1);
  }

  @Test
  void audienceOfTheNewerTokenIsThatOfBefore() {
    authorize();

    Grant grant = refresh("tGzv3JOkF0XG5Qx2TlKWIA", "{\"access_token\":\"newer\"}");
    assertThat(grant.issued().audience()).containsExactly("https://api.example.com/");
  }
}
