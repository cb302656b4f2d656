/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.Binding;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.ScopesSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenReaderTest {
  private final PresentedCredentialReader reader =
      new PresentedCredentialReader(Fingerprinter.random());

  private CredentialUse bearer(String payload) {
    return reader.fromHeaders(Headers.bearer(jwt(payload)));
  }

  /** Token shapes of the issuers that are met most, and whom each one names. */
  static Stream<Arguments> principals() {
    return Stream.of(
        Arguments.of(
            "RFC 9068 s2.2, with a resource owner",
            "{'iss':'https://as.example.com/','sub':'5ba552d67','aud':'https://rs.example.com/',"
                + "'exp':1639528912,'iat':1618354090,'jti':'dbe39bf3a3ba4238a513f51d6e1691c4',"
                + "'client_id':'s6BhdRkqt3','scope':'openid profile reademail'}",
            "oauth:https://as.example.com/#5ba552d67",
            IdentityType.HUMAN),
        Arguments.of(
            "RFC 9068 s2.2, client credentials",
            "{'iss':'https://as.example.com/','sub':'s6BhdRkqt3','client_id':'s6BhdRkqt3',"
                + "'scope':'orders:read'}",
            "oauth:https://as.example.com/#s6BhdRkqt3",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Keycloak 26 user",
            "{'iss':'https://kc/realms/acme','sub':'f1c3b1a0-1111','typ':'Bearer','azp':'web',"
                + "'sid':'s','acr':'1','realm_access':{'roles':['offline_access']},"
                + "'scope':'profile email','preferred_username':'alice'}",
            "oauth:https://kc/realms/acme#f1c3b1a0-1111",
            IdentityType.HUMAN),
        Arguments.of(
            "Keycloak 26 service account",
            "{'iss':'https://kc/realms/acme','sub':'0b2f0e6e-2222','typ':'Bearer','azp':'billing',"
                + "'acr':'1','scope':'profile email','clientHost':'10.0.0.9',"
                + "'preferred_username':'service-account-billing','clientAddress':'10.0.0.9'}",
            "oauth:https://kc/realms/acme#billing",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Keycloak service account without the profile scope",
            "{'iss':'https://kc/realms/acme','sub':'0b2f0e6e-2222','azp':'billing',"
                + "'scope':'orders','clientAddress':'10.0.0.9'}",
            "oauth:https://kc/realms/acme#billing",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Entra v2 application, idtyp",
            "{'aud':'api://orders','iss':'https://login.microsoftonline.com/t1/v2.0','azp':'app-1',"
                + "'oid':'o-1','sub':'o-1','roles':['Orders.Read.All'],'tid':'t1','uti':'u-1',"
                + "'idtyp':'app'}",
            "oauth:https://login.microsoftonline.com/t1/v2.0#app-1",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Entra v1 application without idtyp",
            "{'aud':'https://graph.microsoft.com','iss':'https://sts.windows.net/t1/',"
                + "'appid':'app-1','oid':'o-1','sub':'o-1','roles':['User.Read.All'],'tid':'t1'}",
            "oauth:https://sts.windows.net/t1/#app-1",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Entra user",
            "{'iss':'https://login.microsoftonline.com/t1/v2.0','azp':'app-1','oid':'o-2',"
                + "'sub':'pairwise','scp':'Orders.Read','tid':'t1','name':'Alice'}",
            "oauth:https://login.microsoftonline.com/t1/v2.0#pairwise",
            IdentityType.HUMAN),
        Arguments.of(
            "Auth0 machine to machine",
            "{'iss':'https://acme.auth0.com/','sub':'cid@clients','azp':'cid',"
                + "'gty':'client-credentials','scope':'read:orders'}",
            "oauth:https://acme.auth0.com/#cid",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Auth0 machine to machine, by its subject alone",
            "{'iss':'https://acme.auth0.com/','sub':'cid@clients','azp':'cid','scope':'a'}",
            "oauth:https://acme.auth0.com/#cid",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Okta client credentials",
            "{'iss':'https://acme.okta.com/oauth2/default','cid':'0oa1','sub':'0oa1',"
                + "'scp':['orders']}",
            "oauth:https://acme.okta.com/oauth2/default#0oa1",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "GitHub Actions OIDC",
            "{'iss':'https://token.actions.githubusercontent.com','sub':'repo:o/r:ref:refs/heads/m',"
                + "'aud':'sts.amazonaws.com','jti':'j','repository':'o/r','repository_owner':'o',"
                + "'actor':'octocat','actor_id':'583231','run_id':'42','run_attempt':'2',"
                + "'event_name':'push','job_workflow_ref':'o/r/.github/workflows/ci.yml@refs/heads/m'}",
            "github-actions:o/r/.github/workflows/ci.yml@refs/heads/m",
            IdentityType.CI_JOB),
        Arguments.of(
            "Kubernetes projected token",
            "{'aud':['https://kubernetes.default.svc'],'exp':1700000000,'iss':"
                + "'https://kubernetes.default.svc','jti':'j','kubernetes.io':{'namespace':'shop',"
                + "'node':{'name':'n','uid':'nu'},'pod':{'name':'p','uid':'pod-uid'},"
                + "'serviceaccount':{'name':'billing','uid':'su'}},"
                + "'sub':'system:serviceaccount:shop:billing'}",
            "k8s:shop/billing",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "Kubernetes legacy secret token",
            "{'iss':'kubernetes/serviceaccount','sub':'system:serviceaccount:shop:billing'}",
            "k8s:shop/billing",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "JWT-SVID",
            "{'sub':'spiffe://example.org/billing','aud':['orders'],'exp':1700000000}",
            "spiffe://example.org/billing",
            IdentityType.WORKLOAD),
        Arguments.of(
            "self-signed token of a Google service account",
            "{'iss':'sa@p.iam.gserviceaccount.com','sub':'sa@p.iam.gserviceaccount.com',"
                + "'aud':'https://storage.googleapis.com/'}",
            "gcp:sa@p.iam.gserviceaccount.com",
            IdentityType.SERVICE_ACCOUNT),
        Arguments.of(
            "entity profile of an agent",
            "{'iss':'https://as','sub':'bot','client_id':'web','scope':'a',"
                + "'sub_profile':'client_instance ai_agent'}",
            "oauth:https://as#bot",
            IdentityType.AI_AGENT),
        Arguments.of(
            "nothing that tells humans from programs",
            "{'iss':'https://as','sub':'x1'}",
            "oauth:https://as#x1",
            IdentityType.UNKNOWN),
        Arguments.of(
            "roles alone are granted to programs as well",
            "{'iss':'https://as','sub':'x1','client_id':'c','roles':['r']}",
            "oauth:https://as#x1",
            IdentityType.UNKNOWN),
        Arguments.of(
            "a subject without an issuer is not an id",
            "{'sub':'alice','client_id':'web','scope':'a'}",
            null,
            IdentityType.HUMAN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("principals")
  void namesWhomTheTokenIsAbout(String shape, String payload, String id, IdentityType type) {
    CredentialUse use = bearer(payload);

    assertThat(use.principal()).isEqualTo(id);
    assertThat(use.principalType()).isEqualTo(type);
    assertThat(use.gaps().contains(Gap.PRINCIPAL_UNKNOWN)).isEqualTo(id == null);
    assertThat(use.gaps()).doesNotContain(Gap.TOKEN_MALFORMED, Gap.BUDGET_EXCEEDED);
  }

  @Test
  void delegationNamesActorAndInitiator() {
    // RFC 8693 appendix A.2.5
    CredentialUse use =
        bearer(
            "{'aud':'https://backend.example.com','iss':'https://as.example.com','exp':1441917593,"
                + "'iat':1441917533,'scope':'status feed','sub':'user@example.net',"
                + "'act':{'sub':'admin@example.com'}}");

    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("oauth:https://as.example.com#user@example.net");
    assertThat(use.actors())
        .extracting(Actor::id)
        .containsExactly("oauth:https://as.example.com#admin@example.com");
  }

  @Test
  void impersonationNamesNoActor() {
    // RFC 8693 appendix A.1.3
    CredentialUse use =
        bearer(
            "{'aud':'urn:example:cooperation-context','iss':'https://as.example.com',"
                + "'exp':1441913610,'sub':'bdc@example.net','scope':'orders profile history'}");

    assertThat(use.initiator()).isNull();
    assertThat(use.actors()).isEmpty();
    assertThat(use.scopes()).containsExactly("history", "orders", "profile");
  }

  @Test
  void listsTheCurrentActorBeforePriorOnes() {
    // RFC 8693 s4.1, figure 6
    CredentialUse use =
        bearer(
            "{'aud':'https://service26.example.com','iss':'https://issuer.example.com',"
                + "'exp':1443904100,'nbf':1443904000,'sub':'user@example.com','act':{"
                + "'sub':'https://service16.example.com',"
                + "'act':{'sub':'https://service77.example.com'}}}");

    assertThat(use.actors())
        .extracting(Actor::id)
        .containsExactly(
            "oauth:https://issuer.example.com#https://service16.example.com",
            "oauth:https://issuer.example.com#https://service77.example.com");
  }

  @Test
  void actorFromAnotherDomainKeepsItsIssuer() {
    CredentialUse use =
        bearer("{'iss':'https://a','sub':'u','act':{'iss':'https://b','sub':'bot'}}");

    assertThat(use.actors().get(0).id()).isEqualTo("oauth:https://b#bot");
    assertThat(use.actors().get(0).issuer()).isEqualTo("https://b");
  }

  @ParameterizedTest
  @MethodSource("actorTypes")
  void typesTheActor(String act, IdentityType type) {
    CredentialUse use = bearer("{'iss':'https://a','sub':'u','azp':'web','act':" + act + "}");

    assertThat(use.actors().get(0).type()).isEqualTo(type);
  }

  static Stream<Arguments> actorTypes() {
    return Stream.of(
        Arguments.of("{'sub':'bot','sub_profile':'ai_agent'}", IdentityType.AI_AGENT),
        Arguments.of("{'sub':'jane','sub_profile':'user'}", IdentityType.HUMAN),
        Arguments.of("{'sub':'x','sub_profile':'service'}", IdentityType.SERVICE_ACCOUNT),
        Arguments.of("{'sub':'x','sub_profile':'workload'}", IdentityType.WORKLOAD),
        Arguments.of("{'sub':'x','sub_profile':'superuser'}", IdentityType.UNKNOWN),
        Arguments.of("{'sub':'spiffe://example.org/bot'}", IdentityType.WORKLOAD),
        Arguments.of("{'sub':'web'}", IdentityType.SERVICE_ACCOUNT),
        Arguments.of("{'client_id':'bot'}", IdentityType.SERVICE_ACCOUNT),
        Arguments.of("{'sub':'bot'}", IdentityType.UNKNOWN));
  }

  @Test
  void keepsEightActorsAndSaysThatThereWereMore() {
    StringBuilder act = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      act.append("{'sub':'a").append(i).append("','act':");
    }
    act.append("{}").append("}".repeat(20));
    CredentialUse use = bearer("{'act':" + act + ",'iss':'https://as','sub':'u'}");

    assertThat(use.actors()).hasSize(8);
    assertThat(use.actors().get(0).id()).isEqualTo("oauth:https://as#a0");
    assertThat(use.principal()).isEqualTo("oauth:https://as#u");
    assertThat(use.gaps()).contains(Gap.CHAIN_TRUNCATED, Gap.BUDGET_EXCEEDED);
  }

  @Test
  void transactionTokenNamesAgentPrincipalAndRequestingWorkload() {
    // draft-oauth-transaction-tokens-for-agents-05
    CredentialUse use =
        reader.fromHeaders(
            Headers.of(
                "Txn-Token",
                jwt(
                    "{'typ':'txntoken+jwt','alg':'RS256'}",
                    "{'txn':'97053963','sub':'d084sdrt234fsaw34tr23t','aud':'trust.example.com',"
                        + "'iat':1,'exp':1700000000,'scope':'trade.stocks','req_wl':'apigateway',"
                        + "'tctx':{'action':'BUY'},'actor':'agent-1',"
                        + "'principal':{'sub':'alice','iss':'https://idp'}}")));

    assertThat(use.kind()).isEqualTo(CredentialKind.TXN_TOKEN);
    assertThat(use.principal()).isEqualTo("txn:trust.example.com#d084sdrt234fsaw34tr23t");
    assertThat(use.actors()).extracting(Actor::id).containsExactly("txn:trust.example.com#agent-1");
    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("oauth:https://idp#alice");
    assertThat(use.client()).isNotNull();
    assertThat(use.client().id()).isEqualTo("txn:trust.example.com#apigateway");
    assertThat(use.scopes()).containsExactly("trade.stocks");
  }

  @Test
  void transactionTokenOfNewerDraftsNamesItsAgentByAct() {
    CredentialUse use =
        reader.fromHeaders(
            Headers.of(
                "Txn-Token",
                jwt(
                    "{'typ':'txntoken+jwt','alg':'RS256'}",
                    "{'sub':'alice','aud':'td','scope':'s','act':{'sub':'agent-1'}}")));

    assertThat(use.actors()).extracting(Actor::id).containsExactly("txn:td#agent-1");
    assertThat(use.initiator()).isNotNull();
    assertThat(use.initiator().id()).isEqualTo("txn:td#alice");
  }

  @Test
  void knowsTransactionTokensByTheirTypeInAnyHeader() {
    String token = jwt("{'typ':'txntoken+jwt','alg':'RS256'}", "{'sub':'u','aud':'td','purp':'p'}");
    CredentialUse use = reader.fromHeaders(Headers.bearer(token));

    assertThat(use.kind()).isEqualTo(CredentialKind.TXN_TOKEN);
    assertThat(use.scopes()).containsExactly("p");
  }

  @Test
  void principalClaimOfOtherTokensNamesNobody() {
    CredentialUse use = bearer("{'iss':'https://as','sub':'u','principal':'x','actor':'y'}");

    assertThat(use.initiator()).isNull();
    assertThat(use.actors()).isEmpty();
  }

  @Test
  void workflowRunsForTheUserWhoseEventStartedIt() {
    String claims =
        "{'iss':'https://token.actions.githubusercontent.com','actor':'octocat',"
            + "'actor_id':'583231','run_id':'42','run_attempt':'2','repository_owner':'o',"
            + "'job_workflow_ref':'o/r/w.yml@m','event_name':'EVENT'}";

    CredentialUse pushed = bearer(claims.replace("EVENT", "push"));
    assertThat(pushed.initiator()).isNotNull();
    assertThat(pushed.initiator().id()).isEqualTo("github:user/583231");
    assertThat(pushed.initiator().type()).isEqualTo(IdentityType.HUMAN);
    assertThat(pushed.sessionId()).isEqualTo("42/2");
    assertThat(pushed.tenant()).isEqualTo("o");
    assertThat(bearer(claims.replace("EVENT", "schedule")).initiator()).isNull();
  }

  @Test
  void workflowClaimsOfAnotherIssuerAreNotBelieved() {
    CredentialUse use =
        bearer("{'iss':'https://evil','sub':'s','job_workflow_ref':'o/r/w.yml@m','actor':'a'}");

    assertThat(use.principal()).isEqualTo("oauth:https://evil#s");
    assertThat(use.initiator()).isNull();
  }

  @Test
  void podIsTheSessionOfAServiceAccount() {
    CredentialUse use =
        bearer(
            "{'iss':'k','kubernetes.io':{'namespace':'n','pod':{'name':'p','uid':'u1'},"
                + "'serviceaccount':{'name':'sa'}}}");

    assertThat(use.sessionId()).isEqualTo("u1");
  }

  @Test
  void collectsScopesFromEveryClaimThatGrants() {
    CredentialUse use =
        bearer(
            "{'iss':'https://as','sub':'u','scope':'read write','roles':['admin'],'groups':['g1'],"
                + "'entitlements':['e1'],'permissions':['p1'],'realm_access':{'roles':['r1']},"
                + "'resource_access':{'shop':{'roles':['r2']}}}");

    assertThat(use.scopes())
        .containsExactly(
            "group:g1",
            "permission:e1",
            "permission:p1",
            "read",
            "role:admin",
            "role:r1",
            "role:shop/r2",
            "write");
    assertThat(use.scopesSource()).isEqualTo(ScopesSource.TOKEN_CLAIM);
    assertThat(use.gaps()).doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void tokenWithoutScopesLeavesThemOpen() {
    assertThat(bearer("{'iss':'https://as','sub':'u'}").gaps()).contains(Gap.SCOPES_OPAQUE);
  }

  @Test
  void keepsPublicIdAudienceAndExpiry() {
    CredentialUse use =
        bearer("{'iss':'i','sub':'u','jti':'j-1','aud':['a','b'],'exp':1700000000.9,'tid':'t1'}");

    assertThat(use.publicId()).isEqualTo("j-1");
    assertThat(use.audience()).containsExactly("a", "b");
    assertThat(use.expiresAt()).isEqualTo(1_700_000_000L);
    assertThat(use.issuer()).isEqualTo("i");
    assertThat(use.tenant()).isEqualTo("t1");
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void saysWhatTheTokenIsBoundTo(String confirmation, Binding binding) {
    assertThat(bearer("{'iss':'i','sub':'u','cnf':" + confirmation + "}").binding())
        .isEqualTo(binding);
  }

  static Stream<Arguments> bindings() {
    return Stream.of(
        Arguments.of("{'jkt':'0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'}", Binding.DPOP),
        Arguments.of("{'x5t#S256':'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2'}", Binding.MTLS),
        Arguments.of("{'kid':'k'}", Binding.NONE));
  }

  @Test
  void dpopSchemeBindsTheToken() {
    CredentialUse use =
        reader.fromHeaders(
            Headers.of("Authorization", "DPoP " + jwt("{'iss':'https://as','sub':'u'}")));

    assertThat(use.kind()).isEqualTo(CredentialKind.DPOP_JWT);
    assertThat(use.binding()).isEqualTo(Binding.DPOP);
  }

  @Test
  void sameTokenIsReadOnce() {
    String token = jwt("{'iss':'https://as','sub':'u'}");

    assertThat(reader.fromHeaders(Headers.bearer(token)))
        .isSameAs(reader.fromHeaders(Headers.bearer(new String(token))));
  }
}
