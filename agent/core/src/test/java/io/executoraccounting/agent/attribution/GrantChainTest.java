/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.OPAQUE;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.awsKey;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.agent.attribution.Scene.opaque;
import static io.executoraccounting.agent.attribution.Scene.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import io.executoraccounting.spi.InboundCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 2 to 4 of the model where this JVM saw how the credential of a call was given out. */
class GrantChainTest {
  private static final String ALICE = "oauth:https://as#alice";
  private static final String BOT = "oauth:https://as#bot";
  private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/deployer";

  private static final CredentialUse ISSUED =
      opaque("exchanged-token").toBuilder()
          .client(new Actor("oauth:https://as#shop", IdentityType.SERVICE_ACCOUNT, "https://as"))
          .build();
  private static final CredentialUse AGENT =
      bearer("{'iss':'https://as','sub':'bot','client_id':'bot','sub_profile':'ai_agent'}");
  private static final CredentialUse JOB =
      bearer(
          "{'iss':'https://token.actions.githubusercontent.com','actor_id':'7',"
              + "'job_workflow_ref':'o/r/w.yml@m','event_name':'push'}");

  private static Grant exchange(CredentialUse issued, CredentialUse subject, CredentialUse actor) {
    return new Grant(GrantType.TOKEN_EXCHANGE, issued, subject, actor, List.of());
  }

  private static Grant assumeRole(CredentialUse key, CredentialUse parent) {
    return new Grant(
        GrantType.ASSUME_ROLE_WITH_WEB_IDENTITY,
        key.toBuilder().principal(ROLE, IdentityType.CLOUD_ROLE).build(),
        parent,
        null,
        List.of());
  }

  @Test
  void clientThatExchangedTheRequestsTokenStandsAfterTheProcess() {
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(ISSUED, USER, null)).calls(ISSUED);

    assertThat(read(record.chain()))
        .isEqualTo(
            ALICE + "<request | " + PROCESS + "<process | oauth:https://as#shop<token_exchange");
    assertThat(record.chain())
        .extracting(ChainHop::fingerprint)
        .containsExactly(USER.fingerprint(), USER.fingerprint(), ISSUED.fingerprint());
    assertThat(record.initiator().id()).isEqualTo(ALICE);
    assertThat(record.relation()).isEqualTo(Relation.IMPERSONATED);
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.gaps()).contains(Gap.NO_ACTOR).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void exchangeOfAnUnknownClientIsAHopOfTheHolder() {
    CredentialUse issued = opaque("exchanged-by-nobody");
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(issued, USER, null)).calls(issued);

    assertThat(read(record.chain()))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process | " + ALICE + "<token_exchange");
  }

  /** Two holders of whom nothing is known are not known to be one. */
  @Test
  void exchangeOfATokenOfSomebodyUnknownIsAHopOfItsOwn() {
    CredentialUse subject = opaque("token-of-somebody");
    CredentialUse issued = opaque("exchanged-by-nobody");
    List<ChainHop> chain =
        Scene.start().granted(exchange(issued, subject, null)).calls(issued).chain();

    assertThat(read(chain))
        .isEqualTo(PROCESS + "<process | unknown<process | unknown<token_exchange");
    assertThat(chain.get(1).fingerprint()).isEqualTo(subject.fingerprint());
    assertThat(chain.get(2).fingerprint()).isEqualTo(issued.fingerprint());
  }

  @Test
  void actorOfTheExchangeExecutesAndProvesTheDelegation() {
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(ISSUED, USER, AGENT)).calls(ISSUED);

    assertThat(read(record.chain()))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process | " + BOT + "<token_exchange");
    assertThat(record.executor().id()).isEqualTo(BOT);
    assertThat(record.executor().type()).isEqualTo(IdentityType.AI_AGENT);
    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
    assertThat(record.authority().id()).isEqualTo(ALICE);
  }

  @Test
  void actorsOwnTokenTellsWhatTheActorOfTheClaimIs() {
    CredentialUse issued =
        bearer("{'iss':'https://as','sub':'alice','azp':'web','act':{'sub':'bot'}}");
    CredentialUse stranger =
        bearer("{'iss':'https://as','sub':'other','client_id':'other','sub_profile':'ai_agent'}");

    assertThat(typeOfExecutor(issued, AGENT)).isEqualTo(IdentityType.AI_AGENT);
    assertThat(typeOfExecutor(issued, stranger)).isEqualTo(IdentityType.UNKNOWN);
  }

  private static IdentityType typeOfExecutor(CredentialUse issued, CredentialUse actor) {
    return Scene.start()
        .request(USER)
        .granted(exchange(issued, USER, actor))
        .calls(issued)
        .executor()
        .type();
  }

  @Test
  void actorTokenThatCannotBeReadProvesTheDelegationAndNamesNobody() {
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(ISSUED, USER, OPAQUE)).calls(ISSUED);

    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
    assertThat(record.executor().id()).isEqualTo(PROCESS);
  }

  @Test
  void tokensOwnActorIsTheHopOfTheExchangeThatMadeIt() {
    CredentialUse issued =
        bearer(
            "{'iss':'https://as','sub':'alice','azp':'web','scope':'a',"
                + "'act':{'sub':'shop','act':{'sub':'gateway'}}}");
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(issued, USER, null)).calls(issued);

    assertThat(read(record.chain()))
        .isEqualTo(
            ALICE
                + "<request | "
                + PROCESS
                + "<process | oauth:https://as#gateway<act_claim | "
                + "oauth:https://as#shop<token_exchange");
    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
    assertThat(record.executor().id()).isEqualTo("oauth:https://as#shop");
  }

  @Test
  void actorThatTheExchangeLeftInPlaceActedBeforeIt() {
    CredentialUse issued =
        bearer(
            "{'iss':'https://as','sub':'alice','azp':'shop','scope':'b',"
                + "'act':{'sub':'bot','sub_profile':'ai_agent'}}");
    AccountingRecord record =
        Scene.start().request(DELEGATED).granted(exchange(issued, DELEGATED, null)).calls(issued);

    assertThat(read(record.chain()))
        .isEqualTo(
            ALICE
                + "<request | "
                + BOT
                + "<act_claim | "
                + PROCESS
                + "<process | oauth:https://as#shop<token_exchange");
  }

  @Test
  void priorActorsOfTheSubjectTokenAreKeptBehindTheOneOfTheExchange() {
    CredentialUse subject = bearer("{'iss':'https://as','sub':'alice','act':{'sub':'web'}}");
    AccountingRecord record =
        Scene.start().request(subject).granted(exchange(ISSUED, subject, AGENT)).calls(ISSUED);

    assertThat(read(record.chain()))
        .isEqualTo(
            ALICE
                + "<request | oauth:https://as#web<act_claim | "
                + PROCESS
                + "<process | "
                + BOT
                + "<token_exchange");
  }

  @Test
  void exchangeOfADelegatedTokenWithoutAnActorImpersonates() {
    AccountingRecord record =
        Scene.start().request(DELEGATED).granted(exchange(ISSUED, DELEGATED, null)).calls(ISSUED);

    assertThat(record.relation()).isEqualTo(Relation.IMPERSONATED);
    assertThat(record.gaps()).contains(Gap.NO_ACTOR);
  }

  @Test
  void opaqueTokenOfWhomTheApplicationAuthenticatedIsOneStoryWithItsExchange() {
    InboundCall request =
        InboundCall.request("GET /", OPAQUE).withAuthenticated("alice", IdentityType.HUMAN);
    AccountingRecord record =
        Scene.start().inbound(request).granted(exchange(ISSUED, OPAQUE, null)).calls(ISSUED);

    assertThat(record.relation()).isEqualTo(Relation.IMPERSONATED);
    assertThat(read(record.chain()))
        .isEqualTo(
            "app:alice@shop<request | "
                + PROCESS
                + "<process | oauth:https://as#shop<token_exchange");
  }

  @Test
  void exchangeOfATokenThatIsNotBelievedProvesNothing() {
    InboundCall request =
        InboundCall.request("GET /", USER).withAuthenticated("mallory", IdentityType.HUMAN);
    AccountingRecord record =
        Scene.start().inbound(request).granted(exchange(ISSUED, USER, AGENT)).calls(ISSUED);

    assertThat(record.initiator().id()).isEqualTo("app:mallory@shop");
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
    assertThat(record.executor().id()).isEqualTo(PROCESS);
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void exchangeOfAnotherPersonsTokenIsAConflictAndNotMerged() {
    CredentialUse bobs = bearer("{'iss':'https://as','sub':'bob','client_id':'web','scope':'a'}");
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(ISSUED, bobs, AGENT)).calls(ISSUED);

    assertThat(record.initiator().id()).isEqualTo(ALICE);
    assertThat(record.authority().id()).isEqualTo("oauth:https://as#bob");
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
    assertThat(record.gaps()).contains(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void anotherTokenOfTheSamePersonIsNoConflict() {
    CredentialUse stored = bearer("{'iss':'https://as','sub':'alice','azp':'app','scope':'b'}");
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(ISSUED, stored, AGENT)).calls(ISSUED);

    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void personOfAnotherIssuerIsNeitherTheSameNorAnother() {
    CredentialUse elsewhere = bearer("{'iss':'https://b','sub':'a1','client_id':'w','scope':'a'}");
    AccountingRecord record =
        Scene.start().request(USER).granted(exchange(ISSUED, elsewhere, AGENT)).calls(ISSUED);

    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
  }

  @Test
  void ownTokenWithinAPersonsRequestIsNoConflictAndProvesNothing() {
    Grant grant =
        new Grant(GrantType.CLIENT_CREDENTIALS, ISSUED, SERVICE, null, List.of("invoices"));
    AccountingRecord record = Scene.start().request(USER).granted(grant).calls(ISSUED);

    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
    assertThat(record.gaps()).doesNotContain(Gap.PRINCIPAL_CONFLICT);
    assertThat(record.executor().id()).isEqualTo("oauth:https://as#billing");
    assertThat(read(record.chain()))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process | oauth:https://as#billing<process");
  }

  @Test
  void clientWithAPlatformsTokenForItsSecretStandsAfterThePlatform() {
    CredentialUse pod =
        bearer(
            "{'iss':'k','kubernetes.io':{'namespace':'n','pod':{'uid':'u1'},"
                + "'serviceaccount':{'name':'sa'}}}");
    Grant grant = new Grant(GrantType.CLIENT_CREDENTIALS, SERVICE, pod, null, List.of());

    AccountingRecord record = Scene.start().granted(grant).calls(SERVICE);

    assertThat(read(record.chain()))
        .isEqualTo(PROCESS + "<process | k8s:n/sa<process | oauth:https://as#billing<process");
    assertThat(record.chain())
        .extracting(ChainHop::fingerprint)
        .containsExactly(null, pod.fingerprint(), SERVICE.fingerprint());
  }

  @Test
  void jobThatAssumesARoleStandsBeforeIt() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    AccountingRecord record = Scene.start().granted(assumeRole(key, JOB)).calls(key);

    assertThat(read(record.chain()))
        .isEqualTo(
            "github:user/7<act_claim | "
                + PROCESS
                + "<process | github-actions:o/r/w.yml@m<process | "
                + ROLE
                + "<assume_role");
    assertThat(record.chain().get(2).fingerprint()).isEqualTo(JOB.fingerprint());
    assertThat(record.initiator().id()).isEqualTo("github:user/7");
    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
  }

  @Test
  void assumedRoleIsTheAuthorityAndTheProcessTheExecutor() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    AccountingRecord record = Scene.start().granted(assumeRole(key, JOB)).calls(key);

    assertThat(record.authority().id()).isEqualTo(ROLE);
    assertThat(record.executor().id()).isEqualTo(PROCESS);
  }

  @Test
  void roleAssumedWithinAProgramsRequestIsCarriedOutByThatProgram() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    AccountingRecord record =
        Scene.start().request(SERVICE).granted(assumeRole(key, JOB)).calls(key);

    assertThat(record.executor().id()).isEqualTo("oauth:https://as#billing");
    assertThat(record.relation()).isEqualTo(Relation.ON_BEHALF_UNPROVEN);
  }

  @Test
  void roleAssumedWithAPersonsTokenIsAnImpersonation() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    CredentialUse issued =
        key.toBuilder()
            .principal(ROLE, IdentityType.CLOUD_ROLE)
            .initiator(new Actor(ALICE, IdentityType.HUMAN, "https://as"))
            .build();
    Grant grant = new Grant(GrantType.ASSUME_ROLE_WITH_WEB_IDENTITY, issued, USER, null, List.of());
    AccountingRecord record = Scene.start().request(USER).granted(grant).calls(key);

    assertThat(record.relation()).isEqualTo(Relation.IMPERSONATED);
    assertThat(read(record.chain()))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process | " + ROLE + "<assume_role");
  }

  @Test
  void parentKeyWhoseHolderIsNotKnownIsAHopOfSomebodyUnknown() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    Grant grant = assumeRole(key, awsKey("AKIAQWERTYUIOPASDFGH"));

    assertThat(read(Scene.start().granted(grant).calls(key).chain()))
        .isEqualTo(PROCESS + "<process | unknown<process | " + ROLE + "<assume_role");
  }

  @Test
  void rolesThatAreAssumedOneFromTheOtherAreAHopEach() {
    CredentialUse first = awsKey("ASIAQWERTYUIOPASDFG1");
    CredentialUse second = awsKey("ASIAQWERTYUIOPASDFG2");
    Grant two =
        new Grant(
            GrantType.ASSUME_ROLE,
            second.toBuilder().principal(ROLE + "2", IdentityType.CLOUD_ROLE).build(),
            first,
            null,
            List.of());

    assertThat(
            read(
                Scene.start()
                    .granted(assumeRole(first, awsKey("AKIAQWERTYUIOPASDFGH")), two)
                    .calls(second)
                    .chain()))
        .isEqualTo(
            PROCESS
                + "<process | unknown<process | "
                + ROLE
                + "<assume_role | "
                + ROLE
                + "2<assume_role");
  }

  @Test
  void impersonatedAccountIsTheAuthorityAndNotTheExecutor() {
    CredentialUse issued =
        opaque("ya29.impersonated").toBuilder()
            .principal("gcp:target@p.iam.gserviceaccount.com", IdentityType.SERVICE_ACCOUNT)
            .build();
    CredentialUse source =
        CredentialUse.builder(CredentialKind.GCP_TOKEN)
            .fingerprint("h1:k:source")
            .principal("gcp:source@p.iam.gserviceaccount.com", IdentityType.SERVICE_ACCOUNT)
            .build();
    Grant grant =
        new Grant(GrantType.SERVICE_ACCOUNT_IMPERSONATION, issued, source, null, List.of());
    AccountingRecord record = Scene.start().granted(grant).calls(opaque("ya29.impersonated"));

    assertThat(read(record.chain()))
        .isEqualTo(
            PROCESS
                + "<process | gcp:source@p.iam.gserviceaccount.com<process | "
                + "gcp:target@p.iam.gserviceaccount.com<impersonation");
    assertThat(record.authority().id()).isEqualTo("gcp:target@p.iam.gserviceaccount.com");
    assertThat(record.executor().id()).isEqualTo(PROCESS);
  }

  @Test
  void refreshAddsNoHop() {
    CredentialUse refreshed = opaque("refreshed-token");
    Grant refresh = new Grant(GrantType.REFRESH_TOKEN, refreshed, ISSUED, null, List.of());
    AccountingRecord record =
        Scene.start()
            .request(USER)
            .granted(exchange(ISSUED, USER, AGENT), refresh)
            .calls(refreshed);

    assertThat(read(record.chain()))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process | " + BOT + "<token_exchange");
    assertThat(record.chain().get(2).fingerprint()).isEqualTo(refreshed.fingerprint());
    assertThat(record.executor().id()).isEqualTo(BOT);
    assertThat(record.relation()).isEqualTo(Relation.DELEGATED);
  }

  @Test
  void refreshedRoleIsStillPutOn() {
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    CredentialUse session = awsKey("ASIAQWERTYUIOPASDFG9");
    Grant impersonation =
        new Grant(
            GrantType.SERVICE_ACCOUNT_IMPERSONATION,
            key.toBuilder().principal("gcp:target", IdentityType.SERVICE_ACCOUNT).build(),
            SERVICE,
            null,
            List.of());
    Grant renewed = new Grant(GrantType.GET_SESSION_TOKEN, session, key, null, List.of());

    AccountingRecord record = Scene.start().granted(impersonation, renewed).calls(session);

    assertThat(record.authority().id()).isEqualTo("gcp:target");
    assertThat(record.executor().id()).isEqualTo(PROCESS);
  }

  @Test
  void tokenThatAPersonLentByLoginIsUsedAsThatPerson() {
    Grant login = new Grant(GrantType.AUTHORIZATION_CODE, USER, null, null, List.of());

    assertThat(read(Scene.start().granted(login).calls(USER).chain()))
        .isEqualTo(PROCESS + "<process | " + ALICE + "<impersonation");
  }

  @Test
  void storedTokenThatIsExchangedForAnActorBeginsWithItsSubject() {
    AccountingRecord record = Scene.start().granted(exchange(ISSUED, USER, AGENT)).calls(ISSUED);

    assertThat(record.initiator().id()).isEqualTo(ALICE);
    assertThat(read(record.chain()))
        .isEqualTo(
            ALICE + "<token_exchange | " + PROCESS + "<process | " + BOT + "<token_exchange");
    assertThat(record.chain())
        .extracting(ChainHop::fingerprint)
        .containsExactly(null, USER.fingerprint(), ISSUED.fingerprint());
  }

  @Test
  void storedTokenThatIsExchangedWithoutAnActorIsAnImpersonationBeforeIt() {
    assertThat(read(Scene.start().granted(exchange(ISSUED, USER, null)).calls(ISSUED).chain()))
        .isEqualTo(
            PROCESS
                + "<process | "
                + ALICE
                + "<impersonation | oauth:https://as#shop<token_exchange");
  }

  @Test
  void storedTokenThatCannotBeReadIsAHopByItsFingerprint() {
    List<ChainHop> chain =
        Scene.start().granted(exchange(ISSUED, OPAQUE, null)).calls(ISSUED).chain();

    assertThat(read(chain))
        .isEqualTo(PROCESS + "<process | unknown<process | oauth:https://as#shop<token_exchange");
    assertThat(chain.get(1).fingerprint()).isEqualTo(OPAQUE.fingerprint());
  }

  @Test
  void actorsOfAStoredTokenStandBeforeItsExchange() {
    InboundCall session =
        InboundCall.request("GET /", CredentialUse.NONE)
            .withAuthenticated("alice", IdentityType.HUMAN);
    AccountingRecord record =
        Scene.start().inbound(session).granted(exchange(ISSUED, DELEGATED, null)).calls(ISSUED);

    assertThat(read(record.chain()))
        .isEqualTo(
            "app:alice@shop<request | "
                + PROCESS
                + "<process | "
                + BOT
                + "<act_claim | oauth:https://as#shop<token_exchange");
  }

  @Test
  void processThatIsTheHolderOfThePlatformsTokenPresentsIt() {
    CredentialUse pod =
        bearer("{'iss':'k','kubernetes.io':{'namespace':'n','serviceaccount':{'name':'sa'}}}");
    CredentialUse key = awsKey("ASIAQWERTYUIOPASDFGH");
    List<ChainHop> chain =
        Scene.start()
            .running(ExecutorIdentity.of("k8s:n/sa", IdentityType.SERVICE_ACCOUNT))
            .granted(assumeRole(key, pod))
            .calls(key)
            .chain();

    assertThat(read(chain)).isEqualTo("k8s:n/sa<process | " + ROLE + "<assume_role");
    assertThat(chain.get(0).fingerprint()).isEqualTo(pod.fingerprint());
  }

  @Test
  void subjectOfAnExchangeInitiatesThoughItIsNotSaidToBeAPerson() {
    CredentialUse unclear = bearer("{'iss':'https://as','sub':'alice'}");

    assertThat(
            Scene.start().granted(exchange(ISSUED, unclear, null)).calls(ISSUED).initiator().id())
        .isEqualTo(ALICE);
  }

  @Test
  void programThatExchangesItsOwnTokenActsForItself() {
    AccountingRecord record = Scene.start().granted(exchange(ISSUED, SERVICE, null)).calls(ISSUED);

    assertThat(record.initiator()).isNull();
    assertThat(record.relation()).isEqualTo(Relation.AUTONOMOUS);
  }

  @Test
  void agentOnTheThreadGoesBeforeTheActorOfTheExchange() {
    AccountingRecord record =
        Scene.start()
            .request(USER)
            .agent("support")
            .granted(exchange(ISSUED, USER, AGENT))
            .calls(ISSUED);

    assertThat(record.executor().id()).isEqualTo("agent:support");
    assertThat(read(record.chain())).endsWith("agent:support<agent | " + BOT + "<token_exchange");
    assertThat(record.chain().get(2).fingerprint()).isEqualTo(USER.fingerprint());
  }

  @Test
  void personsOfTheLineageArePseudonymsInEveryPlace() {
    AccountingRecord record =
        Scene.start().pseudonymised().granted(exchange(ISSUED, USER, AGENT)).calls(ISSUED);

    assertThat(record.initiator().id()).startsWith("p1:").isEqualTo(record.authority().id());
    assertThat(record.chain().get(0).id()).isEqualTo(record.initiator().id());
    assertThat(record.chain().get(2).id()).isEqualTo(BOT);
  }

  @Test
  void subjectThatMayBeAPersonIsAPseudonymInTheLineage() {
    CredentialUse unclear = bearer("{'iss':'https://as','sub':'alice'}");
    AccountingRecord record =
        Scene.start().pseudonymised().granted(exchange(ISSUED, unclear, null)).calls(ISSUED);

    assertThat(record.chain()).extracting(ChainHop::id).doesNotContain(ALICE);
  }
}
