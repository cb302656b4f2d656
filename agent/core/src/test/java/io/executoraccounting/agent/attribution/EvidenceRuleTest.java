/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.OPAQUE;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Verification;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Rules 5 to 7 of the model: reach, strength of evidence, and what is not believed. */
class EvidenceRuleTest {
  private static final CredentialUse GATEWAY =
      CredentialUse.builder(CredentialKind.X509)
          .principal("spiffe://example.org/gateway", IdentityType.WORKLOAD)
          .verification(Verification.VERIFIED)
          .build();

  private static InboundCall authenticated(CredentialUse credential, String name) {
    return InboundCall.request("GET /", credential).withAuthenticated(name, IdentityType.UNKNOWN);
  }

  @Test
  void tokenOfWhomTheFrameworkAuthenticatedIsVerifiedByTheApplication() {
    AccountingRecord record = Scene.start().inbound(authenticated(DELEGATED, "alice")).calls(LOGIN);

    assertThat(record.verification()).isEqualTo(Verification.APP_VERIFIED);
    assertThat(record.initiator().id()).isEqualTo("oauth:https://as#alice");
    assertThat(record.executor().id()).isEqualTo("oauth:https://as#bot");
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void frameworkMayKnowTheSubjectByAnotherOfItsNames() {
    CredentialUse token =
        bearer(
            "{'iss':'https://kc','sub':'f1c3','azp':'web','scope':'a',"
                + "'preferred_username':'alice','email':'alice@example.com'}");

    assertThat(Scene.start().inbound(authenticated(token, "alice")).calls().initiator().id())
        .isEqualTo("oauth:https://kc#f1c3");
    assertThat(
            Scene.start()
                .inbound(authenticated(token, "alice@example.com"))
                .calls()
                .initiator()
                .id())
        .isEqualTo("oauth:https://kc#f1c3");
  }

  @Test
  void frameworkMayKnowAServiceByItsClientId() {
    CredentialUse token =
        bearer("{'iss':'https://kc','sub':'0b2f','azp':'billing','clientAddress':'10.0.0.9'}");

    assertThat(Scene.start().inbound(authenticated(token, "billing")).calls().executor().id())
        .isEqualTo("oauth:https://kc#billing");
  }

  @Test
  void tokenThatContradictsTheAuthenticatedPrincipalIsNotBelieved() {
    AccountingRecord record =
        Scene.start().inbound(authenticated(DELEGATED, "mallory")).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("app:mallory@shop");
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.authority().inheritedScopes()).isEmpty();
    assertThat(record.chain())
        .extracting(ChainHop::id)
        .containsExactly("app:mallory@shop", PROCESS, Scene.ROLE);
    assertThat(record.chain().get(0).fingerprint()).isNull();
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_CONFLICT);
    assertThat(record.verification()).isEqualTo(Verification.APP_VERIFIED);
  }

  @Test
  void relayOfATokenThatIsNotBelievedNamesNoExecutor() {
    AccountingRecord record =
        Scene.start().inbound(authenticated(DELEGATED, "mallory")).calls(DELEGATED);

    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void ownTokenBesideATokenThatIsNotBelievedNamesItsExecutor() {
    AccountingRecord record =
        Scene.start().inbound(authenticated(DELEGATED, "mallory")).calls(SERVICE);

    assertThat(record.executor().id()).isEqualTo("oauth:https://as#billing");
  }

  @Test
  void typeThatTheFrameworkStatesGoesBeforeTheTokens() {
    InboundCall request =
        InboundCall.request("GET /", SERVICE).withAuthenticated("billing", IdentityType.AI_AGENT);

    assertThat(Scene.start().inbound(request).calls(LOGIN).executor().type())
        .isEqualTo(IdentityType.AI_AGENT);
  }

  @Test
  void userOfBasicCredentialsIsNamedWithinTheApplication() {
    String encoded = Base64.getEncoder().encodeToString("alice:secret".getBytes());
    CredentialUse basic = Scene.READER.fromHeaders(Headers.of("Authorization", "Basic " + encoded));
    AccountingRecord record = Scene.start().inbound(authenticated(basic, "alice")).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("app:alice@shop");
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void opaqueTokenContradictsNobody() {
    AccountingRecord record = Scene.start().inbound(authenticated(OPAQUE, "alice")).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("app:alice@shop");
    assertThat(record.chain().get(0).fingerprint()).isEqualTo(OPAQUE.fingerprint());
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void tokenThatNobodyCheckedIsAsserted() {
    assertThat(Scene.start().request(USER).calls(LOGIN).verification())
        .isEqualTo(Verification.ASSERTED);
  }

  @Test
  void executorThatTheCallsOwnTokenNamesIsAssertedWhoeverArrived() {
    InboundCall verified =
        InboundCall.request("GET /", USER).withAuthenticated("alice", IdentityType.UNKNOWN);

    assertThat(Scene.start().inbound(verified).calls(LOGIN).verification())
        .isEqualTo(Verification.APP_VERIFIED);
    assertThat(Scene.start().inbound(verified).calls(USER).verification())
        .isEqualTo(Verification.APP_VERIFIED);
    assertThat(Scene.start().inbound(verified).calls(DELEGATED).verification())
        .isEqualTo(Verification.ASSERTED);
  }

  @Test
  void tlsPeerIsVerified() {
    InboundCall request = InboundCall.request("GET /", CredentialUse.NONE).withPeer(GATEWAY);
    AccountingRecord record = Scene.start().inbound(request).calls(LOGIN);

    assertThat(record.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(record.executor().id()).isEqualTo("spiffe://example.org/gateway");
  }

  @Test
  void peerUnderItsCertificatesNameIsThePrincipal() {
    CredentialUse peer = GATEWAY.toBuilder().subjectMark(Scene.mark("CN=gateway")).build();
    InboundCall request =
        InboundCall.request("GET /", CredentialUse.NONE)
            .withPeer(peer)
            .withAuthenticated("CN=gateway", IdentityType.UNKNOWN);

    assertThat(Scene.start().inbound(request).calls(LOGIN).initiator().id())
        .isEqualTo("spiffe://example.org/gateway");
  }

  @Test
  void tokenGoesBeforeThePeerThatRelaysIt() {
    InboundCall request = InboundCall.request("GET /", USER).withPeer(GATEWAY);

    assertThat(Scene.start().inbound(request).calls(LOGIN).initiator().id())
        .isEqualTo("oauth:https://as#alice");
  }

  @Test
  void strengthFollowsTheExecutorWhereNothingArrived() {
    assertThat(Scene.start().calls(LOGIN).verification()).isEqualTo(Verification.INFERRED);
    assertThat(Scene.start().calls(SERVICE).verification()).isEqualTo(Verification.ASSERTED);
    assertThat(Scene.start().agent("bot").calls(LOGIN).verification())
        .isEqualTo(Verification.CONFIGURED);
    assertThat(Scene.start().request(CredentialUse.NONE).calls(LOGIN).verification())
        .isEqualTo(Verification.INFERRED);
    assertThat(Scene.start().request(OPAQUE).calls(LOGIN).verification())
        .isEqualTo(Verification.INFERRED);
  }

  @Test
  void staleContextIsNamedAndNobodyIsGuessed() {
    AccountingRecord record = Scene.start().stale().calls(LOGIN);

    assertThat(record.gaps()).contains(Gap.CONTEXT_STALE);
    assertThat(record.initiator()).isNull();
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(Scene.start().calls(LOGIN).gaps()).doesNotContain(Gap.CONTEXT_STALE);
  }

  @Test
  void handOverThatMayHaveGoneUnseenIsNamed() {
    assertThat(Scene.start().handOversUnseen().calls(LOGIN).gaps()).contains(Gap.CONTEXT_LOST);
    assertThat(Scene.start().calls(LOGIN).gaps()).doesNotContain(Gap.CONTEXT_LOST);
  }

  @Test
  void gapsOfTheCallItselfConcernTheRecord() {
    assertThat(Scene.start().withGap(Gap.REACH_INCOMPLETE).calls(SERVICE).gaps())
        .contains(Gap.REACH_INCOMPLETE);
  }

  @Test
  void gapsOfTheInboundTokenConcernTheRecord() {
    CredentialUse malformed = Scene.READER.fromHeaders(Headers.bearer("eyJ.eyJ.x"));

    assertThat(Scene.start().request(malformed).calls(SERVICE).gaps())
        .containsExactlyInAnyOrder(Gap.TOKEN_MALFORMED, Gap.PRINCIPAL_UNKNOWN);
  }

  private static final CredentialUse FORGED =
      CredentialUse.builder(CredentialKind.JWT)
          .fingerprint("h1:k:forged")
          .verification(Verification.NONE)
          .gap(Gap.SIGNATURE_INVALID)
          .gap(Gap.PRINCIPAL_UNKNOWN)
          .gap(Gap.SCOPES_OPAQUE)
          .build();

  @Test
  void forgedTokenIsEvidenceOfNothingAndSaysSo() {
    AccountingRecord record = Scene.start().request(FORGED).calls(LOGIN);

    assertThat(record.verification()).isEqualTo(Verification.NONE);
    assertThat(record.initiator().id()).isEqualTo("unknown");
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.gaps()).contains(Gap.SIGNATURE_INVALID, Gap.PRINCIPAL_UNKNOWN);
    assertThat(record.chain().get(0).fingerprint()).isEqualTo("h1:k:forged");
  }

  @Test
  void forgedTokenDoesNotOverrideWhomTheApplicationAuthenticated() {
    AccountingRecord record = Scene.start().inbound(authenticated(FORGED, "alice")).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("app:alice@shop");
    assertThat(record.verification()).isEqualTo(Verification.APP_VERIFIED);
    assertThat(record.gaps()).contains(Gap.SIGNATURE_INVALID).doesNotContain(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void forgedTokenDoesNotOverrideThePeerThatBroughtIt() {
    InboundCall request = InboundCall.request("GET /", FORGED).withPeer(GATEWAY);
    AccountingRecord record = Scene.start().inbound(request).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("spiffe://example.org/gateway");
    assertThat(record.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(record.gaps()).contains(Gap.SIGNATURE_INVALID);
  }

  @Test
  void tokenWhoseSignatureTheAgentCheckedIsVerified() {
    CredentialUse checked = USER.toBuilder().verification(Verification.VERIFIED).build();

    assertThat(Scene.start().request(checked).calls(LOGIN).verification())
        .isEqualTo(Verification.VERIFIED);
  }

  @Test
  void originSaysHowSureItIs() {
    Scene asserted = Scene.start().request(USER);
    Scene forged = Scene.start().request(FORGED);
    Scene run = Scene.start().agent("bot");

    assertThat(asserted.attribution().origin(asserted.facts()).verification())
        .isEqualTo(Verification.ASSERTED);
    assertThat(asserted.attribution().origin(asserted.facts()).gaps()).isEmpty();
    assertThat(forged.attribution().origin(forged.facts()).verification())
        .isEqualTo(Verification.NONE);
    assertThat(forged.attribution().origin(forged.facts()).gaps()).contains(Gap.SIGNATURE_INVALID);
    assertThat(run.attribution().origin(run.facts()).verification())
        .isEqualTo(Verification.CONFIGURED);
  }

  @Test
  void opaqueScopesOfTheInboundTokenDoNotConcernTheAuthority() {
    assertThat(Scene.start().request(OPAQUE).calls(SERVICE).gaps())
        .doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void environmentFollowsTheHost() {
    assertThat(Scene.start().to("db.prod.example.com").calls().environment())
        .isEqualTo("production");
    assertThat(Scene.start().to("db.test.example.com").calls().environment()).isNull();
  }

  @Test
  void audienceIsComparedWithTheTarget() {
    CredentialUse token = bearer("{'iss':'i','sub':'u','aud':'https://orders.example.com/v1'}");

    assertThat(Scene.start().to("orders.example.com").calls(token).authority().audienceMatch())
        .isTrue();
    assertThat(Scene.start().to("evil.example.com").calls(token).authority().audienceMatch())
        .isFalse();
  }
}
