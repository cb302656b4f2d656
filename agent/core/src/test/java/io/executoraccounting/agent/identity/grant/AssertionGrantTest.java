/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.bearer;
import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import org.junit.jupiter.api.Test;

/** RFC 7523 s2.1, RFC 7522 s2.1, and grants that name their owner beside the token. */
class AssertionGrantTest {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final Issuing issuing = new Issuing();

  private Grant grant(String... form) {
    return issuing.post(form(form), "{\"access_token\":\"issued\"}").grantOfBearer("issued");
  }

  /** The claims of RFC 7523 s4. */
  @Test
  void assertionsSubjectIsTheIssuedTokens() {
    String assertion =
        jwt(
            "{'iss':'https://jwt-idp.example.com','sub':'mailto:mike@example.com',"
                + "'aud':'https://jwt-rp.example.net','nbf':1300815780,'exp':1300819380,"
                + "'http://claims.example.com/member':true}");

    Grant grant = grant("grant_type=" + JWT_BEARER, "assertion=" + assertion);
    assertThat(grant.type()).isEqualTo(GrantType.JWT_BEARER);
    assertThat(grant.subject().fingerprint()).isEqualTo(bearer(assertion).fingerprint());
    assertThat(grant.issued().principal())
        .isEqualTo("oauth:https://jwt-idp.example.com#mailto:mike@example.com");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.HUMAN);
    assertThat(grant.actor()).isNull();
  }

  @Test
  void onBehalfOfIsTheUserWhoseTokenWasOffered() {
    String user =
        jwt(
            "{'iss':'https://login.microsoftonline.com/t1/v2.0','tid':'t1','azp':'web',"
                + "'oid':'o1','sub':'s1','scp':'access_as_user','idtyp':'user'}");
    issuing.to("https://login.microsoftonline.com/t1/oauth2/v2.0/token");

    Grant grant =
        grant(
            "grant_type=" + JWT_BEARER,
            "client_id=middle",
            "client_secret=s",
            "assertion=" + user,
            "scope=https://graph.microsoft.com/user.read",
            "requested_token_use=on_behalf_of");
    assertThat(grant.type()).isEqualTo(GrantType.ON_BEHALF_OF);
    assertThat(grant.issued().principal()).isEqualTo(bearer(user).principal());
    assertThat(grant.issued().client().id())
        .isEqualTo("oauth:https://login.microsoftonline.com/t1/v2.0#middle");
    assertThat(issuing.described().operation()).isEqualTo("on_behalf_of");
  }

  @Test
  void serviceAccountThatSignsForItselfIsTheSubject() {
    Grant grant =
        grant(
            "grant_type=" + JWT_BEARER,
            "assertion="
                + jwt("{'iss':'sa@p.iam.gserviceaccount.com','scope':'https://s/a','exp':1}"));

    assertThat(grant.subject().principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(grant.issued().principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(grant.actor()).isNull();
    assertThat(issuing.described().credential().principal())
        .isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
  }

  @Test
  void serviceAccountThatSignsForAUserActsForThatUser() {
    Grant grant =
        grant(
            "grant_type=" + JWT_BEARER,
            "assertion="
                + jwt("{'iss':'sa@p.iam.gserviceaccount.com','sub':'ann@example.com','exp':1}"));

    assertThat(grant.subject().principal()).endsWith("#ann@example.com");
    assertThat(grant.actor().principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.HUMAN);
    assertThat(grant.issued().actors()).hasSize(1);
    assertThat(issuing.described().credential().principal())
        .isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
  }

  @Test
  void samlAssertionIsNotRead() {
    Grant grant =
        grant(
            "grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer",
            "assertion=PHNhbWxwOl8x",
            "client_id=a");

    assertThat(grant.type()).isEqualTo(GrantType.SAML2_BEARER);
    assertThat(grant.subject()).isNull();
    assertThat(grant.issued().gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void passwordIsOfWhomItWasGiven() {
    Grant grant = grant("grant_type=password", "username=johndoe", "password=A3ddj3w");

    assertThat(grant.type()).isEqualTo(GrantType.PASSWORD);
    assertThat(grant.issued().principal()).isEqualTo("oauth:https://as.example.com#johndoe");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.UNKNOWN);
    assertThat(grant.subject()).isNull();
  }

  @Test
  void deviceAndBackchannelGrantsAreKnown() {
    assertThat(grant("grant_type=urn:ietf:params:oauth:grant-type:device_code").type())
        .isEqualTo(GrantType.DEVICE_CODE);
    assertThat(grant("grant_type=urn:openid:params:grant-type:ciba").type())
        .isEqualTo(GrantType.CIBA);
  }

  @Test
  void idTokenNamesTheOwnerBeforeThePasswordsNameDoes() {
    String identity = jwt("{'iss':'https://op','sub':'u1','nonce':'n'}");
    issuing.post(
        form("grant_type=password", "username=johndoe"),
        "{\"access_token\":\"issued\",\"id_token\":\"" + identity + "\"}");

    assertThat(issuing.grantOfBearer("issued").issued().principal())
        .isEqualTo("oauth:https://op#u1");
  }

  @Test
  void ownerOfAnIdTokenThatSaysNoMoreIsAPerson() {
    String identity = jwt("{'iss':'https://op','sub':'u1'}");
    issuing.post(
        "grant_type=authorization_code",
        "{\"access_token\":\"issued\",\"id_token\":\"" + identity + "\"}");

    assertThat(issuing.grantOfBearer("issued").issued().principalType())
        .isEqualTo(IdentityType.HUMAN);
  }

  @Test
  void addressThatAPasswordIsGivenForIsAPersons() {
    assertThat(grant("grant_type=password", "username=ann@example.com").issued().principalType())
        .isEqualTo(IdentityType.HUMAN);
  }
}
