/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** However a client authenticates, it is one client. */
class TokenClientTest {
  private static final String BILLING = "oauth:https://as.example.com#billing";

  private final Issuing issuing = new Issuing();

  private CredentialUse presented(String... form) {
    issuing.post(
        form("grant_type=client_credentials") + "&" + form(form), "{\"access_token\":\"issued\"}");
    return issuing.described().credential();
  }

  private Grant grant() {
    return issuing.grantOfBearer("issued");
  }

  @Test
  void secretInTheFormIsBasic() {
    CredentialUse client = presented("client_id=billing", "client_secret=s");

    assertThat(client.kind()).isEqualTo(CredentialKind.BASIC);
    assertThat(client.principal()).isEqualTo(BILLING);
    assertThat(client.principalType()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(client.fingerprint()).isNull();
  }

  /** RFC 6749 s2.3.1: the id is encoded before it is joined with the secret. */
  @Test
  void secretInTheHeaderIsBasicOfTheDecodedId() {
    String pair = Base64.getEncoder().encodeToString("a%3Ab+c:s".getBytes());
    issuing.header("Authorization", "Basic " + pair);

    CredentialUse client = presented("scope=a");
    assertThat(client.kind()).isEqualTo(CredentialKind.BASIC);
    assertThat(client.principal()).isEqualTo("oauth:https://as.example.com#a:b c");
    assertThat(grant().issued().principal()).isEqualTo(client.principal());
  }

  @Test
  void publicClientShowsNoCredentialThatIsKnown() {
    CredentialUse client = presented("client_id=billing");

    assertThat(client.kind()).isEqualTo(CredentialKind.UNKNOWN);
    assertThat(client.principal()).isEqualTo(BILLING);
  }

  @Test
  void clientThatSignsForItselfIsTheSameClient() {
    CredentialUse client =
        presented(
            "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion="
                + jwt("{'iss':'billing','sub':'billing','jti':'j1','exp':1900000000}"));

    assertThat(client.kind()).isEqualTo(CredentialKind.JWT);
    assertThat(client.principal()).isEqualTo(BILLING);
    assertThat(client.publicId()).isEqualTo("j1");
    assertThat(client.gaps()).doesNotContain(Gap.PRINCIPAL_UNKNOWN);
    assertThat(grant().issued().principal()).isEqualTo(BILLING);
  }

  @Test
  void assertionOfAPlatformIsThePlatformsWord() {
    CredentialUse client =
        presented(
            "client_id=billing",
            "client_assertion="
                + jwt(
                    "{'iss':'https://oidc','sub':'system:serviceaccount:shop:cart',"
                        + "'kubernetes.io':{'namespace':'shop','serviceaccount':{'name':'cart'}}}"));

    assertThat(client.principal()).isEqualTo("k8s:shop/cart");
    assertThat(grant().subject().principal()).isEqualTo("k8s:shop/cart");
    assertThat(grant().issued().principal()).isEqualTo(BILLING);
  }

  @Test
  void clientIsKnownToTheIssuerThatItsTokenNames() {
    String issued = jwt("{'iss':'https://kc/realms/acme','sub':'0b2f','azp':'billing'}");
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "client_secret=s"),
        "{\"access_token\":\"" + issued + "\"}");

    assertThat(issuing.grantOfBearer(issued).subject().principal())
        .isEqualTo("oauth:https://kc/realms/acme#billing");
  }

  @Test
  void tokenOfAClientIsNoPersonsWhateverItLooksLike() {
    String issued =
        jwt("{'iss':'https://as','sub':'0b2f','azp':'billing','scope':'a','email':'x@y.z'}");
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing"),
        "{\"access_token\":\"" + issued + "\"}");

    assertThat(issuing.grantOfBearer(issued).issued().principalType())
        .isEqualTo(IdentityType.SERVICE_ACCOUNT);
  }

  @Test
  void headerThatPresentsATokenIsLeft() {
    issuing.header("Authorization", "Bearer opaque");

    assertThat(presented("client_id=billing").fingerprint())
        .isEqualTo(Issuing.bearer("opaque").fingerprint());
    assertThat(grant().subject().fingerprint()).isEqualTo(Issuing.bearer("opaque").fingerprint());
  }

  @Test
  void idThatIsNotEncodedIsTakenAsItIs() {
    String pair = Base64.getEncoder().encodeToString("100%:s".getBytes());
    issuing.header("Authorization", "Basic " + pair);

    assertThat(presented("scope=a").principal()).isEqualTo("oauth:https://as.example.com#100%");
  }

  @Test
  void opaqueTokenIsIssuedByItsServer() {
    presented("client_id=billing");

    assertThat(grant().issued().issuer()).isEqualTo("https://as.example.com");
  }

  @Test
  void tokenOfASpiffeIdKeepsWhatItIs() {
    String issued = jwt("{'iss':'https://as','sub':'spiffe://td/w'}");
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing"),
        "{\"access_token\":\"" + issued + "\"}");

    assertThat(issuing.grantOfBearer(issued).issued().principalType())
        .isEqualTo(IdentityType.WORKLOAD);
  }
}
