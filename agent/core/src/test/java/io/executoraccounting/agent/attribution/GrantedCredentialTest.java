/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.awsKey;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.agent.attribution.Scene.opaque;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.ScopesSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the grant answers that a credential came by, and what stays the credential's own word. */
class GrantedCredentialTest {
  private static final CredentialUse ISSUED = opaque("issued-token-1");
  private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/deployer";

  private static Grant grant(GrantType type, CredentialUse issued, CredentialUse subject) {
    return new Grant(type, issued, subject, null, List.of());
  }

  private static AccountingRecord calls(CredentialUse use, Grant... grants) {
    return Scene.start().granted(grants).calls(use);
  }

  private static Grant role(CredentialUse.Builder issued, CredentialUse parent) {
    return grant(
        GrantType.ASSUME_ROLE, issued.principal(ROLE, IdentityType.CLOUD_ROLE).build(), parent);
  }

  @Test
  void opaqueTokenIsTheRightOfTheSubjectThatWasExchanged() {
    AccountingRecord record = calls(ISSUED, grant(GrantType.TOKEN_EXCHANGE, ISSUED, USER));

    assertThat(record.authority().id()).isEqualTo("oauth:https://as#alice");
    assertThat(record.authority().type()).isEqualTo(IdentityType.HUMAN);
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_UNKNOWN).contains(Gap.SCOPES_OPAQUE);
  }

  @ParameterizedTest
  @EnumSource(
      value = GrantType.class,
      names = {
        "CLIENT_CREDENTIALS",
        "REFRESH_TOKEN",
        "JWT_BEARER",
        "SAML2_BEARER",
        "ON_BEHALF_OF",
        "TOKEN_EXCHANGE",
        "GET_SESSION_TOKEN",
        "APP_INSTALLATION"
      })
  void grantsForTheSubjectsOwnRightKeepItsPrincipal(GrantType type) {
    assertThat(calls(ISSUED, grant(type, ISSUED, SERVICE)).authority().id())
        .isEqualTo("oauth:https://as#billing");
  }

  @ParameterizedTest
  @EnumSource(
      value = GrantType.class,
      names = {
        "AUTHORIZATION_CODE",
        "PASSWORD",
        "DEVICE_CODE",
        "CIBA",
        "ASSUME_ROLE",
        "ASSUME_ROLE_WITH_WEB_IDENTITY",
        "ASSUME_ROLE_WITH_SAML",
        "GET_FEDERATION_TOKEN",
        "SERVICE_ACCOUNT_IMPERSONATION",
        "WORKLOAD"
      })
  void grantsOfAnothersRightDoNotNameTheClientAsItsHolder(GrantType type) {
    AccountingRecord record = calls(ISSUED, grant(type, ISSUED, SERVICE));

    assertThat(record.authority().id()).isEqualTo("unknown");
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void holderThatTheResponseNamesGoesBeforeTheSubject() {
    CredentialUse issued =
        ISSUED.toBuilder().principal("gcp:sa@p.iam", IdentityType.SERVICE_ACCOUNT).build();

    assertThat(calls(ISSUED, grant(GrantType.TOKEN_EXCHANGE, issued, USER)).authority().id())
        .isEqualTo("gcp:sa@p.iam");
  }

  @Test
  void clientThatGetsATokenForItselfIsAProgramWhateverItsSecretSaysOfIt() {
    CredentialUse secret =
        CredentialUse.builder(CredentialKind.BASIC)
            .principal("basic:billing", IdentityType.UNKNOWN)
            .build();
    AccountingRecord record = calls(ISSUED, grant(GrantType.CLIENT_CREDENTIALS, ISSUED, secret));

    assertThat(record.authority().id()).isEqualTo("basic:billing");
    assertThat(record.authority().type()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
    assertThat(record.executor().id()).isEqualTo("basic:billing");
    assertThat(record.relation()).isEqualTo(Relation.AUTONOMOUS);
  }

  @Test
  void subjectOfAClientsOwnTokenIsTheServersNameForTheClient() {
    CredentialUse token = bearer("{'iss':'https://as','sub':'0b2f','azp':'billing','scope':'a'}");
    CredentialUse issued =
        token.toBuilder()
            .principal("oauth:https://as#billing", IdentityType.SERVICE_ACCOUNT)
            .build();
    AccountingRecord record = calls(token, grant(GrantType.CLIENT_CREDENTIALS, issued, SERVICE));

    assertThat(record.authority().id()).isEqualTo("oauth:https://as#billing");
    assertThat(record.executor().id()).isEqualTo("oauth:https://as#billing");
    assertThat(record.initiator()).isNull();
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void issuerTenantAudienceAndExpiryComeFromTheResponse() {
    CredentialUse issued =
        ISSUED.toBuilder()
            .issuer("https://as")
            .tenant("acme")
            .audience(List.of("https://orders.example.com"))
            .expiresAt(1234)
            .build();
    CredentialUse known =
        Scene.start()
            .granted(grant(GrantType.CLIENT_CREDENTIALS, issued, SERVICE))
            .calls(ISSUED)
            .authority()
            .credential();

    assertThat(known.issuer()).isEqualTo("https://as");
    assertThat(known.tenant()).isEqualTo("acme");
    assertThat(known.audience()).containsExactly("https://orders.example.com");
    assertThat(known.expiresAt()).isEqualTo(1234);
  }

  @Test
  void whatTheTokenStatesItselfStays() {
    CredentialUse token =
        bearer(
            "{'iss':'https://as','sub':'alice','client_id':'web','scope':'a','aud':'https://x',"
                + "'exp':1000,'tid':'own'}");
    CredentialUse issued =
        CredentialUse.builder(CredentialKind.JWT)
            .fingerprint(token.fingerprint())
            .issuer("https://other")
            .tenant("theirs")
            .audience(List.of("https://y"))
            .expiresAt(2000)
            .scopes(List.of("b"), ScopesSource.TOKEN_RESPONSE)
            .build();
    CredentialUse known =
        calls(token, grant(GrantType.TOKEN_EXCHANGE, issued, USER)).authority().credential();

    assertThat(known.issuer()).isEqualTo("https://as");
    assertThat(known.tenant()).isEqualTo("own");
    assertThat(known.audience()).containsExactly("https://x");
    assertThat(known.expiresAt()).isEqualTo(1000);
    assertThat(known.scopes()).containsExactly("a");
    assertThat(known.scopesSource()).isEqualTo(ScopesSource.TOKEN_CLAIM);
  }

  @Test
  void issuerOfTheSubjectIsNotTakenForTheIssuerOfTheToken() {
    assertThat(
            calls(ISSUED, grant(GrantType.TOKEN_EXCHANGE, ISSUED, USER))
                .authority()
                .credential()
                .issuer())
        .isNull();
  }

  @Test
  void refreshedTokenIsOfTheIssuerAndTenantOfTheOneBefore() {
    CredentialUse before = bearer("{'iss':'https://as','sub':'u','tid':'t','scope':'a'}");
    CredentialUse known =
        calls(ISSUED, grant(GrantType.REFRESH_TOKEN, ISSUED, before)).authority().credential();

    assertThat(known.issuer()).isEqualTo("https://as");
    assertThat(known.tenant()).isEqualTo("t");
    assertThat(known.scopes()).containsExactly("a");
  }

  @Test
  void scopesAreThoseThatTheResponseGrants() {
    CredentialUse issued =
        ISSUED.toBuilder().scopes(List.of("read"), ScopesSource.TOKEN_RESPONSE).build();
    Grant grant =
        new Grant(GrantType.CLIENT_CREDENTIALS, issued, SERVICE, null, List.of("read", "write"));
    AccountingRecord record = calls(ISSUED, grant);

    assertThat(record.authority().credential().scopes()).containsExactly("read");
    assertThat(record.authority().credential().scopesSource())
        .isEqualTo(ScopesSource.TOKEN_RESPONSE);
    assertThat(record.gaps()).doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void scopesThatTheResponseLeavesOutAreThoseAskedFor() {
    Grant grant =
        new Grant(GrantType.CLIENT_CREDENTIALS, ISSUED, SERVICE, null, List.of("write", "read"));
    AccountingRecord record = calls(ISSUED, grant);

    assertThat(record.authority().credential().scopes()).containsExactly("read", "write");
    assertThat(record.authority().credential().scopesSource())
        .isEqualTo(ScopesSource.TOKEN_RESPONSE);
    assertThat(record.gaps()).doesNotContain(Gap.SCOPES_OPAQUE);
  }

  @Test
  void scopesAskedForOutsideOAuthAreNotTakenAsGranted() {
    Grant grant = new Grant(GrantType.WORKLOAD, ISSUED, null, null, List.of("read"));

    assertThat(calls(ISSUED, grant).authority().credential().scopes()).isEmpty();
    assertThat(calls(ISSUED, grant).gaps()).contains(Gap.SCOPES_OPAQUE);
  }

  @Test
  void scopesOfTheSubjectAreNotThoseOfWhatItWasExchangedFor() {
    AccountingRecord record = calls(ISSUED, grant(GrantType.TOKEN_EXCHANGE, ISSUED, USER));

    assertThat(record.authority().credential().scopes()).isEmpty();
    assertThat(record.authority().inheritedScopes()).containsExactly("tickets:read");
  }

  @Test
  void keyWithoutAFingerprintIsFoundByItsPublicId() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    AccountingRecord record = calls(key, role(key.toBuilder(), awsKey("AKIAQWERTYUIOPASDFGH")));

    assertThat(record.authority().id()).isEqualTo(ROLE);
    assertThat(record.authority().type()).isEqualTo(IdentityType.CLOUD_ROLE);
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void sourceIdentityInitiatesAndIsKeptThroughFurtherRoles() {
    CredentialUse first = awsKey("ASIAQWERTYUIOPASDFG1");
    CredentialUse second = awsKey("ASIAQWERTYUIOPASDFG2");
    Actor alice = new Actor("aws:source-identity/1/alice", IdentityType.UNKNOWN, "aws");
    Grant one = role(first.toBuilder().initiator(alice), awsKey("AKIAQWERTYUIOPASDFGH"));
    Grant two =
        grant(
            GrantType.ASSUME_ROLE,
            second.toBuilder().principal(ROLE + "2", IdentityType.CLOUD_ROLE).build(),
            first);

    AccountingRecord record = calls(second, one, two);

    assertThat(record.initiator().id()).isEqualTo(alice.id());
    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
  }

  @Test
  void tokenThatNamesAnotherThanTheSubjectOfItsIssuerIsNotMergedWithIt() {
    CredentialUse token = bearer("{'iss':'https://as','sub':'bob','client_id':'web','scope':'a'}");
    AccountingRecord record = calls(token, grant(GrantType.TOKEN_EXCHANGE, token, USER));

    assertThat(record.authority().id()).isEqualTo("oauth:https://as#bob");
    assertThat(record.initiator().id()).isEqualTo("oauth:https://as#bob");
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_CONFLICT);
    assertThat(Scene.read(record.chain())).doesNotContain("alice");
  }

  @Test
  void subjectOfAnotherIssuerMayBeTheSamePerson() {
    CredentialUse token = bearer("{'iss':'https://b','sub':'f1c3','client_id':'web','scope':'a'}");
    AccountingRecord record = calls(token, grant(GrantType.TOKEN_EXCHANGE, token, USER));

    assertThat(record.authority().id()).isEqualTo("oauth:https://b#f1c3");
    assertThat(record.initiator().id()).isEqualTo("oauth:https://as#alice");
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void originThatTheTokenStatesStaysUnderAGrantThatNamesNone() {
    CredentialUse job =
        bearer(
            "{'iss':'https://token.actions.githubusercontent.com','actor_id':'7',"
                + "'job_workflow_ref':'o/r/w.yml@m','event_name':'push'}");

    assertThat(calls(job, grant(GrantType.WORKLOAD, job, null)).initiator().id())
        .isEqualTo("github:user/7");
  }

  @ParameterizedTest
  @EnumSource(
      value = GrantType.class,
      names = {"CLIENT_CREDENTIALS", "AUTHORIZATION_CODE", "DEVICE_CODE", "WORKLOAD"})
  void whoAuthenticatesTheClientIsNotBehindWhatTheClientGets(GrantType type) {
    assertThat(calls(ISSUED, grant(type, ISSUED, USER)).initiator()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = GrantType.class,
      names = {"AUTHORIZATION_CODE", "DEVICE_CODE", "WORKLOAD"})
  void whatTheClientGetsIsNotAboutWhoAuthenticatesIt(GrantType type) {
    CredentialUse alices =
        bearer("{'iss':'https://as','sub':'alice','client_id':'app','scope':'b'}");

    assertThat(
            Scene.start()
                .request(alices)
                .granted(grant(type, ISSUED, USER))
                .calls(ISSUED)
                .relation())
        .isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void whoStartedAJobIsNotBehindTheClientThatTheJobAuthenticates() {
    CredentialUse job =
        bearer(
            "{'iss':'https://token.actions.githubusercontent.com','actor_id':'7',"
                + "'job_workflow_ref':'o/r/w.yml@m','event_name':'push'}");

    assertThat(calls(ISSUED, grant(GrantType.CLIENT_CREDENTIALS, ISSUED, job)).initiator())
        .isNull();
  }

  @Test
  void roleAssumedWithATokenOfSomebodyUnclearHasNoInitiator() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    CredentialUse unclear = bearer("{'iss':'https://as','sub':'x'}");

    assertThat(calls(key, role(key.toBuilder(), unclear)).initiator()).isNull();
  }

  @Test
  void sourceIdentityIsAPseudonym() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    Actor source = new Actor("aws:source-identity/1/alice", IdentityType.UNKNOWN, "aws");
    AccountingRecord record =
        Scene.start()
            .pseudonymised()
            .granted(role(key.toBuilder().initiator(source), awsKey("AKIAQWERTYUIOPASDFGH")))
            .calls(key);

    assertThat(record.initiator().id()).startsWith("p1:").isEqualTo(record.chain().get(0).id());
  }

  @Test
  void clientThatTheTokenNamesStaysItsClient() {
    CredentialUse token = bearer("{'iss':'https://as','sub':'alice','azp':'web','scope':'a'}");
    CredentialUse issued =
        token.toBuilder()
            .client(new Actor("oauth:https://as#other", IdentityType.SERVICE_ACCOUNT, null))
            .build();

    assertThat(
            Scene.read(
                Scene.start()
                    .request(USER)
                    .granted(grant(GrantType.TOKEN_EXCHANGE, issued, USER))
                    .calls(token)
                    .chain()))
        .endsWith("oauth:https://as#web<token_exchange");
  }

  @Test
  void forgedTokenHasNoPartInWhatItsIssuerGaveOut() {
    CredentialUse forged = ISSUED.toBuilder().gap(Gap.SIGNATURE_INVALID).build();
    AccountingRecord record = calls(forged, grant(GrantType.TOKEN_EXCHANGE, ISSUED, USER));

    assertThat(record.authority().id()).isEqualTo("unknown");
    assertThat(record.initiator()).isNull();
    assertThat(record.gaps()).contains(Gap.SIGNATURE_INVALID, Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void lineageThatLeadsInCirclesEnds() {
    CredentialUse other = opaque("issued-token-2");
    AccountingRecord record =
        calls(
            ISSUED,
            grant(GrantType.TOKEN_EXCHANGE, ISSUED, other),
            grant(GrantType.TOKEN_EXCHANGE, other, ISSUED));

    assertThat(record.gaps()).contains(Gap.CHAIN_TRUNCATED);
  }

  @Test
  void lineageIsWalkedEightGrantsBack() {
    assertThat(ofDepth(8).initiator().id()).isEqualTo("oauth:https://as#alice");
    assertThat(ofDepth(8).gaps()).doesNotContain(Gap.CHAIN_TRUNCATED);
    assertThat(ofDepth(9).initiator()).isNull();
    assertThat(ofDepth(9).gaps()).contains(Gap.CHAIN_TRUNCATED);
  }

  private static AccountingRecord ofDepth(int grants) {
    Grant[] all = new Grant[grants];
    CredentialUse subject = USER;
    for (int i = 0; i < grants; i++) {
      CredentialUse issued = opaque("token-of-depth-" + i);
      all[i] = grant(GrantType.TOKEN_EXCHANGE, issued, subject);
      subject = issued;
    }
    return calls(subject, all);
  }
}
