/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static io.executoraccounting.agent.identity.grant.Issuing.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.ScopesSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenGrantTest {
  private static final String OPAQUE = "2YotnFZFEjr1zCsicMWpAA";
  private static final String BASIC = "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3";

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
  void emptyScopeOfTheResponseIsNone() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "scope=a"),
        "{\"access_token\":\"" + OPAQUE + "\",\"scope\":\"\"}");

    Grant grant = issuing.grantOfBearer(OPAQUE);
    assertThat(grant.issued().scopes()).isEmpty();
    assertThat(grant.issued().scopesSource()).isEqualTo(ScopesSource.TOKEN_RESPONSE);
  }

  @Test
  void scopeThatIsTooLongToReadIsNotTakenForTheOneAskedFor() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "scope=a"),
        "{\"access_token\":\"" + OPAQUE + "\",\"scope\":\"" + "x".repeat(9_000) + "\"}");

    assertThat(issuing.grantOfBearer(OPAQUE).issued().scopesSource()).isNull();
    assertThat(issuing.grantOfBearer(OPAQUE).issued().gaps()).contains(Gap.SCOPES_OPAQUE);
  }

  /** Whoever joins a token with its grant takes scopes that were not told for those asked for. */
  @Test
  void nothingCountsAsAskedForWhereTheAnswerIsTooLongToRead() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing", "scope=a"),
        "{\"access_token\":\"" + OPAQUE + "\",\"scope\":\"" + "x".repeat(9_000) + "\"}");

    assertThat(issuing.grantOfBearer(OPAQUE).requestedScopes()).isEmpty();
  }

  @Test
  void scopesThatAreMoreThanAreToldAreSaidToBeCut() {
    String many = IntStream.range(0, 65).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing"),
        "{\"access_token\":\"" + OPAQUE + "\",\"scope\":\"" + many + "\"}");

    CredentialUse issued = issuing.grantOfBearer(OPAQUE).issued();
    assertThat(issued.scopes()).hasSize(64);
    assertThat(issued.gaps()).contains(Gap.VALUE_TRUNCATED);
  }

  @Test
  void scopesInAListAreScopes() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing"),
        "{\"access_token\":\"" + OPAQUE + "\",\"scope\":[\"a\",\"b\"]}");

    assertThat(issuing.grantOfBearer(OPAQUE).issued().scopes()).containsExactly("a", "b");
  }

  @Test
  void lifeThatIsNoneIsNotTold() {
    issuing.post(
        form("grant_type=client_credentials", "client_id=billing"),
        "{\"access_token\":\"" + OPAQUE + "\",\"expires_in\":\"soon\"}");

    assertThat(issuing.grantOfBearer(OPAQUE).issued().expiresAt()).isZero();
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
