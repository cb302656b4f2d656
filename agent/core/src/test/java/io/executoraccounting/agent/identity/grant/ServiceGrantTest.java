/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.jwt;
import static io.executoraccounting.agent.identity.grant.Issuing.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.ScopesSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Services that give out credentials by calls of their own. */
class ServiceGrantTest {
  private static final String END = "2027-01-16T08:00:00Z";
  private static final long END_SECONDS = Instant.parse(END).getEpochSecond();

  private final Issuing issuing = new Issuing().withoutHeaders();

  private Grant google(String body) {
    return issuing
        .to(
            "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/"
                + "target@p.iam.gserviceaccount.com:generateAccessToken")
        .header("Authorization", "Bearer ya29.caller")
        .post(body, "{\"accessToken\":\"ya29.issued\",\"expireTime\":\"" + END + "\"}")
        .grantOfBearer("ya29.issued");
  }

  @Test
  void googleImpersonationNamesTheTargetAndTheCaller() {
    Grant grant = google("{\"scope\":[\"https://s/b\",\"https://s/a\"],\"lifetime\":\"300s\"}");

    assertThat(grant.type()).isEqualTo(GrantType.SERVICE_ACCOUNT_IMPERSONATION);
    assertThat(grant.issued().principal()).isEqualTo("gcp:target@p.iam.gserviceaccount.com");
    assertThat(grant.issued().principalType()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(grant.issued().expiresAt()).isEqualTo(END_SECONDS);
    assertThat(grant.issued().scopes()).containsExactly("https://s/a", "https://s/b");
    assertThat(grant.subject().fingerprint())
        .isEqualTo(Issuing.bearer("ya29.caller").fingerprint());
    assertThat(issuing.described().operation()).isEqualTo("generateAccessToken");
  }

  @Test
  void eachDelegateLendsToTheNext() {
    Grant grant =
        google(
            "{\"delegates\":[\"projects/-/serviceAccounts/one@p.iam.gserviceaccount.com\","
                + "\"projects/-/serviceAccounts/two@p.iam.gserviceaccount.com\"]}");

    assertThat(grant.subject().principal()).isEqualTo("gcp:two@p.iam.gserviceaccount.com");
    Grant second = issuing.grants.grantOf(grant.subject());
    assertThat(second.subject().principal()).isEqualTo("gcp:one@p.iam.gserviceaccount.com");
    assertThat(second.type()).isEqualTo(GrantType.SERVICE_ACCOUNT_IMPERSONATION);
    Grant first = issuing.grants.grantOf(second.subject());
    assertThat(first.subject().fingerprint())
        .isEqualTo(Issuing.bearer("ya29.caller").fingerprint());
  }

  @Test
  void installationTokenCarriesItsPermissions() {
    String app = jwt("{'iss':'12345','iat':1,'exp':1900000000}");
    Grant grant =
        issuing
            .to("https://api.github.com/app/installations/42/access_tokens")
            .header("Authorization", "Bearer " + app)
            .exchange(
                "POST",
                new byte[0],
                201,
                ("{\"token\":\"ghs_16C7e42F292c6912E7710c838347Ae178B4a\",\"expires_at\":\""
                        + END
                        + "\",\"permissions\":{\"issues\":\"write\",\"contents\":\"read\"},"
                        + "\"repository_selection\":\"selected\",\"repositories\":[{\"id\":1}]}")
                    .getBytes(UTF_8))
            .grantOfBearer("ghs_16C7e42F292c6912E7710c838347Ae178B4a");

    assertThat(grant.type()).isEqualTo(GrantType.APP_INSTALLATION);
    assertThat(grant.issued().principal()).isEqualTo("github:installation/42");
    assertThat(grant.issued().scopes())
        .containsExactly("permission:contents:read", "permission:issues:write");
    assertThat(grant.issued().scopesSource()).isEqualTo(ScopesSource.TOKEN_RESPONSE);
    assertThat(grant.issued().expiresAt()).isEqualTo(END_SECONDS);
    assertThat(grant.subject().principal()).isEqualTo("github:app/12345");
  }

  @Test
  void callForAnInstallationsTokenIsTheApps() {
    issuing
        .to("https://api.github.com/app/installations/42/access_tokens")
        .header("Authorization", "Bearer " + jwt("{'iss':'12345','iat':1,'exp':1900000000}"))
        .exchange("POST", new byte[0], 401, "{}".getBytes(UTF_8));

    assertThat(issuing.described().credential().principal()).isEqualTo("github:app/12345");
    assertThat(issuing.described().credential().gaps()).doesNotContain(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void kubernetesTokenIsTheServiceAccounts() {
    Grant grant =
        issuing
            .to("https://10.0.0.1/api/v1/namespaces/shop/serviceaccounts/cart/token")
            .header("Authorization", "Bearer caller")
            .exchange(
                "POST",
                "k8s\0protobuf".getBytes(UTF_8),
                201,
                ("{\"kind\":\"TokenRequest\",\"status\":{\"token\":\"opaque\","
                        + "\"expirationTimestamp\":\""
                        + END
                        + "\"}}")
                    .getBytes(UTF_8))
            .grantOfBearer("opaque");

    assertThat(grant.issued().principal()).isEqualTo("k8s:shop/cart");
    assertThat(grant.issued().expiresAt()).isEqualTo(END_SECONDS);
  }

  @Test
  void vaultTokenComesOfThePlatformsToken() {
    String platform =
        jwt(
            "{'iss':'https://kubernetes','sub':'system:serviceaccount:shop:cart',"
                + "'kubernetes.io':{'namespace':'shop','serviceaccount':{'name':'cart'}}}");
    Grant grant =
        issuing
            .to("https://vault.example.com:8200/v1/auth/kubernetes/login")
            .post(
                "{\"role\":\"cart\",\"jwt\":\"" + platform + "\"}",
                "{\"request_id\":\"r\",\"data\":null,\"auth\":{\"client_token\":\"hvs.issued\","
                    + "\"accessor\":\"a\",\"policies\":[\"default\",\"cart\"],"
                    + "\"lease_duration\":600,\"entity_id\":\"e-1\"}}")
            .grantOfBearer("hvs.issued");

    assertThat(grant.type()).isEqualTo(GrantType.VAULT_LOGIN);
    assertThat(grant.subject().principal()).isEqualTo("k8s:shop/cart");
    assertThat(grant.issued().principal()).isEqualTo("vault:vault.example.com/e-1");
    assertThat(grant.issued().scopes()).containsExactly("policy:cart", "policy:default");
    assertThat(grant.issued().expiresAt()).isEqualTo(issuing.now() + 600);
  }

  private Grant instanceToken(String path) {
    return issuing
        .to("http://169.254.169.254" + path)
        .exchange(
            "GET",
            new byte[0],
            200,
            "{\"access_token\":\"ya29.meta\",\"expires_in\":\"3599\",\"token_type\":\"Bearer\"}"
                .getBytes(UTF_8))
        .grantOfBearer("ya29.meta");
  }

  @Test
  void googlesMetadataGivesTheAccountsToken() {
    Grant grant =
        instanceToken(
            "/computeMetadata/v1/instance/service-accounts/sa@p.iam.gserviceaccount.com/token");

    assertThat(grant.type()).isEqualTo(GrantType.WORKLOAD);
    assertThat(grant.issued().principal()).isEqualTo("gcp:sa@p.iam.gserviceaccount.com");
    assertThat(grant.issued().expiresAt()).isEqualTo(issuing.now() + 3599);
    assertThat(grant.subject()).isNull();
  }

  @Test
  void defaultAccountOfGooglesMetadataHasNoName() {
    Grant grant = instanceToken("/computeMetadata/v1/instance/service-accounts/default/token");

    assertThat(grant.issued().principal()).isNull();
  }

  @Test
  void azuresMetadataGivesAToken() {
    assertThat(instanceToken("/metadata/identity/oauth2/token").type())
        .isEqualTo(GrantType.WORKLOAD);
  }

  private static final String KEYS =
      "{\"Code\":\"Success\",\"AccessKeyId\":\"ASIAQNZGKIQY56JQ7WML\",\"SecretAccessKey\":\"s\","
          + "\"Token\":\"t\",\"Expiration\":\""
          + END
          + "\"}";

  @Test
  void keysOfAnInstanceAreItsRoles() {
    issuing
        .to("http://169.254.169.254/latest/meta-data/iam/security-credentials/web")
        .exchange("GET", new byte[0], 200, KEYS.getBytes(UTF_8));

    Grant grant = issuing.grants.grantOf(signed("ASIAQNZGKIQY56JQ7WML"));
    assertThat(grant.type()).isEqualTo(GrantType.WORKLOAD);
    assertThat(grant.issued().principal()).isEqualTo("arn:aws:sts::029608264753:assumed-role/web");
    assertThat(grant.issued().expiresAt()).isEqualTo(END_SECONDS);
  }

  @Test
  void keysOfAContainerAreThoseOfTheRoleThatIsStated() {
    issuing
        .to("http://169.254.170.2/v2/credentials/0f9a")
        .exchange(
            "GET",
            new byte[0],
            200,
            KEYS.replace("{", "{\"RoleArn\":\"arn:aws:iam::123456789012:role/path/task\",")
                .getBytes(UTF_8));

    assertThat(issuing.grantOfKey("ASIAQNZGKIQY56JQ7WML").issued().principal())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/task");
  }

  @Test
  void keysOfAPodHaveNoRoleThatIsKnown() {
    issuing
        .to("http://169.254.170.23/v1/credentials")
        .exchange(
            "GET",
            new byte[0],
            200,
            KEYS.replace("{", "{\"AccountId\":\"123456789012\",").getBytes(UTF_8));

    Grant grant = issuing.grantOfKey("ASIAQNZGKIQY56JQ7WML");
    assertThat(grant.issued().principal()).isNull();
    assertThat(grant.issued().tenant()).isEqualTo("123456789012");
  }

  @Test
  void installationOfAnEnterprisesOwnServerIsAnotherOne() {
    Grant grant =
        issuing
            .to("https://git.example.com/api/v3/app/installations/42/access_tokens")
            .exchange("POST", new byte[0], 201, "{\"token\":\"ghs_own\"}".getBytes(UTF_8))
            .grantOfBearer("ghs_own");

    assertThat(grant.issued().principal()).isEqualTo("github:git.example.com/installation/42");
    assertThat(grant.subject()).isNull();
  }

  @Test
  void scopesThatAreAskedForAreDescribed() {
    google("{\"scope\":[\"https://s/a\"]}");

    assertThat(issuing.described().requestedScopes()).containsExactly("https://s/a");
  }

  @Test
  void vaultLoginByWhatIsNotReadHasNoSubject() {
    Grant grant =
        issuing
            .to("https://vault.example.com/v1/auth/approle/login")
            .post("{\"role_id\":\"r\"}", "{\"auth\":{\"client_token\":\"hvs.issued\"}}")
            .grantOfBearer("hvs.issued");

    assertThat(grant.subject()).isNull();
    assertThat(grant.issued().principal()).isNull();
  }

  /** Another service may have a path like Vault's. */
  @Test
  void callToAPathLikeVaultsIsNotRenamed() {
    issuing.to("https://api.example.com/v1/auth/users/login").post("{}", "{}");

    assertThat(issuing.described().operation()).isNull();
  }
}
