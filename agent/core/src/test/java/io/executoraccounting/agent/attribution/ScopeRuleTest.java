/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.OPAQUE;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.agent.attribution.Scene.opaque;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.ResponseScopes;
import io.executoraccounting.spi.ScopesSource;
import io.executoraccounting.spi.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scopes: carried, inherited, asked for, wanted, and what is left of them along the chain. */
class ScopeRuleTest {
  private static final CredentialUse WIDE =
      bearer("{'iss':'https://as','sub':'alice','client_id':'web','scope':'a b c'}");
  private static final CredentialUse NARROW =
      bearer("{'iss':'https://as','sub':'alice','azp':'shop','scope':'b c d','act':{'sub':'bot'}}");
  private static final CredentialUse ISSUED = opaque("token-with-scopes");

  private static CallOutcome said(List<String> carried, boolean stated) {
    return CallOutcome.httpStatus(200)
        .withScopes(ResponseScopes.of(carried, stated, List.of("repo", "admin"), false));
  }

  private static Grant exchange(CredentialUse issued, CredentialUse subject, String... requested) {
    return new Grant(GrantType.TOKEN_EXCHANGE, issued, subject, null, List.of(requested));
  }

  private static AuthorityScopes scopes(AccountingRecord record) {
    return record.authority().scopes();
  }

  @Test
  void resourceTellsWhatAnOpaqueTokenCarries() {
    AccountingRecord record = Scene.start().ends(said(List.of("repo", "gist"), true)).calls(OPAQUE);

    assertThat(record.authority().credential().scopes()).containsExactly("gist", "repo");
    assertThat(record.authority().credential().scopesSource())
        .isEqualTo(ScopesSource.RESPONSE_HEADER);
    assertThat(record.gaps()).doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void resourceMayTellThatItCarriesNone() {
    AccountingRecord record = Scene.start().ends(said(List.of(), true)).calls(OPAQUE);

    assertThat(record.authority().credential().scopesSource())
        .isEqualTo(ScopesSource.RESPONSE_HEADER);
    assertThat(record.gaps()).doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void resourceThatTellsOnlyWhatItWantsTellsNothingOfTheToken() {
    AccountingRecord record = Scene.start().ends(said(List.of(), false)).calls(OPAQUE);

    assertThat(record.authority().credential().scopesSource()).isNull();
    assertThat(record.gaps()).contains(Gap.SCOPES_OPAQUE);
  }

  @Test
  void tokensOwnWordGoesBeforeTheResources() {
    CredentialUse credential =
        Scene.start().ends(said(List.of("repo"), true)).calls(SERVICE).authority().credential();

    assertThat(credential.scopes()).containsExactly("invoices");
    assertThat(credential.scopesSource()).isEqualTo(ScopesSource.TOKEN_CLAIM);
  }

  @Test
  void issuersWordGoesBeforeTheResources() {
    CredentialUse credential =
        Scene.start()
            .granted(exchange(ISSUED, USER, "granted"))
            .ends(said(List.of("repo"), true))
            .calls(ISSUED)
            .authority()
            .credential();

    assertThat(credential.scopes()).containsExactly("granted");
  }

  @Test
  void responseToACallWithoutACredentialTellsOfNone() {
    assertThat(
            Scene.start()
                .ends(said(List.of("repo"), true))
                .calls()
                .authority()
                .credential()
                .scopes())
        .isEmpty();
  }

  @Test
  void whatTheResourceWantsIsTold() {
    assertThat(scopes(Scene.start().ends(said(List.of(), false)).calls(OPAQUE)).required())
        .containsExactly("admin", "repo");
    assertThat(scopes(Scene.start().calls(OPAQUE)).required()).isEmpty();
  }

  @Test
  void frameworkTellsWhatAnOpaqueInboundCredentialLends() {
    InboundCall request =
        InboundCall.request("GET /", OPAQUE)
            .withAuthenticated("alice", IdentityType.HUMAN)
            .withAuthorities(List.of("role:USER", "orders.read"));

    assertThat(scopes(Scene.start().inbound(request).calls()).inherited())
        .containsExactly("orders.read", "role:USER");
  }

  @Test
  void inboundTokensOwnWordGoesBeforeTheFrameworks() {
    InboundCall request =
        InboundCall.request("GET /", WIDE)
            .withAuthenticated("alice", IdentityType.HUMAN)
            .withAuthorities(List.of("role:USER"));

    assertThat(scopes(Scene.start().inbound(request).calls()).inherited())
        .containsExactly("a", "b", "c");
  }

  @Test
  void refusalForWantOfScopesIsNamed() {
    CallOutcome refused =
        CallOutcome.httpStatus(403)
            .withScopes(ResponseScopes.of(List.of(), false, List.of("admin"), true));

    assertThat(Scene.start().ends(refused).calls(SERVICE).gaps()).contains(Gap.SCOPES_INSUFFICIENT);
    assertThat(Scene.start().ends(said(List.of(), false)).calls(SERVICE).gaps())
        .doesNotContain(Gap.SCOPES_INSUFFICIENT);
    assertThat(Scene.start().calls(SERVICE).gaps()).doesNotContain(Gap.SCOPES_INSUFFICIENT);
  }

  @Test
  void tokenRequestTellsWhatItAsksFor() {
    assertThat(scopes(Scene.start().asksFor("write", "read").calls(SERVICE)).requested())
        .containsExactly("read", "write");
  }

  @Test
  void scopesAskedForAreToldWhereOthersWereGranted() {
    CredentialUse issued =
        ISSUED.toBuilder().scopes(List.of("read"), ScopesSource.TOKEN_RESPONSE).build();

    assertThat(
            scopes(Scene.start().granted(exchange(issued, USER, "write", "read")).calls(ISSUED))
                .requested())
        .containsExactly("read", "write");
    assertThat(
            scopes(Scene.start().granted(exchange(issued, USER, "read")).calls(ISSUED)).requested())
        .isEmpty();
  }

  @Test
  void roleWasNotAskedForWhereTheTokenWasGivenOut() {
    AssumedIdentity role =
        new AssumedIdentity("r", IdentityType.DB_ROLE, Via.SET_ROLE, List.of("role:r"));

    assertThat(
            scopes(
                    Scene.start()
                        .granted(exchange(ISSUED, USER, "read"))
                        .assuming(role)
                        .calls(ISSUED))
                .requested())
        .isEmpty();
  }

  @Test
  void exchangedTokenInheritsFromItsSubjectWhereNothingArrived() {
    assertThat(
            scopes(Scene.start().granted(exchange(ISSUED, USER, "read")).calls(ISSUED)).inherited())
        .containsExactly("tickets:read");
    assertThat(scopes(Scene.start().calls(USER)).inherited()).isEmpty();
  }

  @Test
  void effectiveIsWhatAllCredentialsOfTheChainAllow() {
    assertThat(scopes(Scene.start().request(WIDE).calls(NARROW)).effective())
        .containsExactly("b", "c");
  }

  @Test
  void effectiveMayBeNothing() {
    assertThat(scopes(Scene.start().request(USER).calls(NARROW)).effective()).isEmpty();
  }

  @Test
  void effectiveNarrowsWithEachCredentialOfTheLineage() {
    CredentialUse middle =
        bearer("{'iss':'https://as','sub':'alice','client_id':'m','scope':'c d'}");

    assertThat(
            scopes(Scene.start().request(WIDE).granted(exchange(NARROW, middle)).calls(NARROW))
                .effective())
        .containsExactly("c");
  }

  @Test
  void oneCredentialAloneHasNothingToBeComparedWith() {
    assertThat(scopes(Scene.start().calls(NARROW)).effective()).isNull();
    assertThat(scopes(Scene.start().request(WIDE).calls(WIDE)).effective()).isNull();
    assertThat(scopes(Scene.start().request(DELEGATED).calls()).effective()).isNull();
  }

  @Test
  void effectiveIsNotStatedWhereOneCredentialDoesNotSay() {
    CredentialUse silent = bearer("{'iss':'https://as','sub':'alice','client_id':'web'}");
    CredentialUse unread = opaque("token-between");

    assertThat(scopes(Scene.start().request(silent).calls(NARROW)).effective()).isNull();
    assertThat(
            scopes(
                    Scene.start()
                        .request(WIDE)
                        .granted(exchange(NARROW, unread), exchange(unread, WIDE))
                        .calls(NARROW))
                .effective())
        .isNull();
  }

  @Test
  void effectiveIsNotStatedAcrossIssuers() {
    CredentialUse elsewhere = bearer("{'iss':'https://b','sub':'x','client_id':'w','scope':'b c'}");

    assertThat(
            scopes(Scene.start().request(WIDE).granted(exchange(elsewhere, WIDE)).calls(elsewhere))
                .effective())
        .isNull();
  }

  @Test
  void effectiveIsNotStatedWhereScopesWereCut() {
    CredentialUse cut = NARROW.toBuilder().gap(Gap.VALUE_TRUNCATED).build();

    assertThat(scopes(Scene.start().request(WIDE).calls(cut)).effective()).isNull();
  }

  @Test
  void effectiveIsNotStatedBehindAPeerThatStatesNoScopes() {
    CredentialUse gateway =
        CredentialUse.builder(CredentialKind.X509)
            .principal("spiffe://example.org/gateway", IdentityType.WORKLOAD)
            .build();
    InboundCall request = InboundCall.request("GET /", WIDE).withPeer(gateway);

    assertThat(scopes(Scene.start().inbound(request).calls(NARROW)).effective()).isNull();
  }

  @Test
  void effectiveIsNotStatedOfAnOwnCredentialInSomebodysRequest() {
    CredentialUse own = bearer("{'iss':'https://as','sub':'s','client_id':'s','scope':'a'}");

    assertThat(scopes(Scene.start().request(WIDE).calls(own)).effective()).isNull();
  }

  @Test
  void effectiveIsNotStatedOfAnIdentityThatWasPutOn() {
    AssumedIdentity role =
        new AssumedIdentity("r", IdentityType.DB_ROLE, Via.SET_ROLE, List.of("role:r"));

    assertThat(scopes(Scene.start().request(WIDE).assuming(role).calls(NARROW)).effective())
        .isNull();
  }

  @Test
  void effectiveIsNotStatedOfALineageThatWasCut() {
    CredentialUse other = bearer("{'iss':'https://as','sub':'alice','client_id':'o','scope':'b'}");

    assertThat(
            scopes(
                    Scene.start()
                        .request(WIDE)
                        .granted(exchange(NARROW, other), exchange(other, NARROW))
                        .calls(NARROW))
                .effective())
        .isNull();
  }

  @Test
  void refreshTokenIsNoFurtherCredentialOfTheChain() {
    CredentialUse refreshToken = opaque("refresh-token-1");
    Grant refresh = new Grant(GrantType.REFRESH_TOKEN, NARROW, refreshToken, null, List.of());

    assertThat(scopes(Scene.start().request(WIDE).granted(refresh).calls(NARROW)).effective())
        .containsExactly("b", "c");
  }
}
