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
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.InboundCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 3 of the model, and how the authority relates to the initiator. */
class InitiatorRuleTest {
  private static final String ALICE = "oauth:https://as#alice";

  @Test
  void subjectUnderAnActInitiates() {
    AccountingRecord record = Scene.start().request(DELEGATED).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo(ALICE);
    assertThat(record.initiator().type()).isEqualTo(IdentityType.HUMAN);
    assertThat(record.initiator().issuer()).isEqualTo("https://as");
  }

  @Test
  void initiatorStaysAcrossHops() {
    CredentialUse exchanged =
        bearer("{'iss':'https://as','sub':'bob','client_id':'web','scope':'a'}");
    AccountingRecord record =
        Scene.start().request(USER).agent("outer").agent("inner").calls(exchanged);

    assertThat(record.initiator().id()).isEqualTo(ALICE);
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void principalOfATransactionTokenInitiates() {
    CredentialUse token =
        Scene.READER.fromHeaders(
            Headers.of(
                "Txn-Token",
                TestTokens.jwt(
                    "{'sub':'t','aud':'td','scope':'s','actor':'bot','principal':'alice'}")));

    assertThat(Scene.start().request(token).calls(LOGIN).initiator().id())
        .isEqualTo("txn:td#alice");
  }

  @Test
  void requestWithoutCredentialsIsAnonymous() {
    AccountingRecord record = Scene.start().request(CredentialUse.NONE).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("anonymous");
    assertThat(record.initiator().type()).isEqualTo(IdentityType.ANONYMOUS);
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void requestWithAnUnreadableCredentialIsUnknown() {
    AccountingRecord record = Scene.start().request(OPAQUE).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("unknown");
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_UNKNOWN);
  }

  @Test
  void sessionIsNamedWithinTheApplication() {
    InboundCall request =
        InboundCall.request("GET /", CredentialUse.NONE)
            .withAuthenticated("alice", IdentityType.HUMAN);

    assertThat(Scene.start().inbound(request).calls(LOGIN).initiator().id())
        .isEqualTo("app:alice@shop");
  }

  @Test
  void workThatNothingSetGoingHasNoInitiator() {
    AccountingRecord record = Scene.start().agent("bot").calls(LOGIN);

    assertThat(record.initiator()).isNull();
    assertThat(record.relation()).isEqualTo(Relation.AUTONOMOUS);
  }

  @Test
  void tokenNamesTheInitiatorWhereNothingArrived() {
    assertThat(Scene.start().calls(DELEGATED).initiator().id()).isEqualTo(ALICE);
    assertThat(Scene.start().calls(USER).initiator().id()).isEqualTo(ALICE);
    assertThat(Scene.start().calls(SERVICE).initiator()).isNull();
  }

  @Test
  void delegationIsProvenByTheCallsOwnToken() {
    AccountingRecord record = Scene.start().request(USER).calls(DELEGATED);

    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
    assertThat(record.gaps()).doesNotContain(Gap.NO_ACTOR);
  }

  @Test
  void delegationOfAnotherPersonProvesNothing() {
    CredentialUse ofBob =
        bearer("{'iss':'https://as','sub':'bob','act':{'sub':'bot','sub_profile':'ai_agent'}}");

    assertThat(Scene.start().request(USER).calls(ofBob).relation())
        .isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void delegatedRequestIsInheritedByACallThatPresentsNothing() {
    assertThat(Scene.start().request(DELEGATED).calls().relation()).isEqualTo(Relation.DELEGATED);
  }

  @Test
  void usersTokenWithoutAnActorIsAnImpersonationAndSaysSo() {
    AccountingRecord record = Scene.start().request(USER).calls(USER);

    assertThat(record.relation()).isEqualTo(Relation.IMPERSONATED);
    assertThat(record.gaps()).contains(Gap.NO_ACTOR);
    assertThat(record.executor().id()).isEqualTo(PROCESS);
  }

  @Test
  void ownCredentialInsideSomebodysRequestProvesNothing() {
    assertThat(Scene.start().request(USER).calls(LOGIN).relation())
        .isEqualTo(Relation.ON_BEHALF_UNPROVEN);
    assertThat(Scene.start().request(USER).calls().relation())
        .isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void programThatRelaysItsOwnTokenActsItself() {
    AccountingRecord record = Scene.start().request(SERVICE).calls(SERVICE);

    assertThat(record.relation()).isEqualTo(Relation.SELF);
    assertThat(record.gaps()).doesNotContain(Gap.NO_ACTOR);
  }

  @Test
  void jobThatRunsForAUserIsDelegatedByItsToken() {
    CredentialUse job =
        bearer(
            "{'iss':'https://token.actions.githubusercontent.com','actor_id':'7',"
                + "'job_workflow_ref':'o/r/w.yml@m','event_name':'push'}");
    AccountingRecord record = Scene.start().calls(job);

    assertThat(record.executor().type()).isEqualTo(IdentityType.CI_JOB);
    assertThat(record.initiator().id()).isEqualTo("github:user/7");
    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
  }

  @Test
  void scheduleIsNobodysRequest() {
    CredentialUse none = CredentialUse.NONE;
    InboundCall fired =
        InboundCall.request("nightly", none).withAuthenticated("nightly", IdentityType.SCHEDULER);

    assertThat(Scene.start().inbound(fired).calls(LOGIN).relation()).isEqualTo(Relation.AUTONOMOUS);
  }

  private static final Actor STARTER = new Actor("github:user/7", IdentityType.HUMAN, null);

  @Test
  void whoStartedTheProcessInitiatesWhatNothingElseSetGoing() {
    AccountingRecord record = Scene.start().startedBy(STARTER).calls(LOGIN);

    assertThat(record.initiator().id()).isEqualTo("github:user/7");
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
    assertThat(Scene.read(record.chain()))
        .isEqualTo("github:user/7<process | " + PROCESS + "<process | " + Scene.ROLE + "<process");
  }

  @Test
  void requestAndTokenGoBeforeWhoStartedTheProcess() {
    AccountingRecord request = Scene.start().startedBy(STARTER).request(USER).calls(LOGIN);
    AccountingRecord token = Scene.start().startedBy(STARTER).calls(DELEGATED);

    assertThat(request.initiator().id()).isEqualTo(ALICE);
    assertThat(token.initiator().id()).isEqualTo(ALICE);
    assertThat(Scene.read(request.chain())).doesNotContain("github");
    assertThat(Scene.read(token.chain())).doesNotContain("github");
  }

  @Test
  void whoStartedTheProcessIsNotGuessedBehindAContextThatWasNotSeen() {
    assertThat(Scene.start().startedBy(STARTER).stale().calls(LOGIN).initiator()).isNull();
    assertThat(Scene.start().startedBy(STARTER).handOversUnseen().calls(LOGIN).initiator())
        .isNull();
  }

  @Test
  void whoStartedTheProcessIsAPseudonym() {
    AccountingRecord record = Scene.start().pseudonymised().startedBy(STARTER).calls(LOGIN);

    assertThat(record.initiator().id()).startsWith("p1:").isEqualTo(record.chain().get(0).id());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void originOfARequestIsNamedAsItsCallsNameIt(boolean pseudonymised) {
    Scene scene = Scene.start().request(DELEGATED);
    scene = pseudonymised ? scene.pseudonymised() : scene;

    assertThat(scene.attribution().origin(scene.facts()).initiator().id())
        .isEqualTo(scene.calls(LOGIN).initiator().id());
  }

  @Test
  void originWithoutARequestHasNoInitiator() {
    Scene scene = Scene.start().agent("bot");

    assertThat(scene.attribution().origin(scene.facts()).initiator()).isNull();
  }
}
