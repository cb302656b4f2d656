/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 2 of the model. */
class ExecutorRuleTest {
  private static final String BOT = "oauth:https://as#bot";
  private static final String BILLING = "oauth:https://as#billing";

  private static ExecutorIdentity executing(AccountingRecord record) {
    return record.executor();
  }

  @Test
  void innermostAgentGoesBeforeEverything() {
    ExecutorIdentity identity =
        ExecutorIdentity.agent("inner").withFramework("adk").withTool("close").withSessionId("r1");
    ExecutorIdentity found =
        executing(
            Scene.start()
                .request(DELEGATED)
                .agent("outer")
                .acting(identity, Via.AGENT_TOOL)
                .calls(SERVICE));

    assertThat(found).isSameAs(identity);
  }

  @Test
  void agentThatWritesByAPooledLoginIsTheExecutorAndTheLoginTheAuthority() {
    AccountingRecord record = Scene.start().agent("support-bot").calls(LOGIN);

    assertThat(record.executor().id()).isEqualTo("agent:support-bot");
    assertThat(record.authority().id()).isEqualTo(Scene.ROLE);
  }

  @Test
  void outermostActOfTheCallsTokenExecutes() {
    ExecutorIdentity found =
        executing(
            Scene.start()
                .request(SERVICE)
                .calls(
                    bearer(
                        "{'iss':'https://as','sub':'u','act':{'sub':'bot','sub_profile':'ai_agent',"
                            + "'act':{'sub':'earlier'}}}")));

    assertThat(found.id()).isEqualTo(BOT);
    assertThat(found.type()).isEqualTo(IdentityType.AI_AGENT);
  }

  @Test
  void actorOfUnknownTypeIsNamedWithoutAGuess() {
    ExecutorIdentity found =
        executing(Scene.start().calls(bearer("{'iss':'https://as','sub':'u','act':{'sub':'x'}}")));

    assertThat(found.id()).isEqualTo("oauth:https://as#x");
    assertThat(found.type()).isEqualTo(IdentityType.UNKNOWN);
  }

  @Test
  void clientOfAClientCredentialsTokenExecutes() {
    ExecutorIdentity found = executing(Scene.start().request(USER).calls(SERVICE));

    assertThat(found.id()).isEqualTo(BILLING);
    assertThat(found.type()).isEqualTo(IdentityType.SERVICE_ACCOUNT);
  }

  @Test
  void podIsTheSessionOfTheAccountThatExecutes() {
    CredentialUse token =
        bearer(
            "{'iss':'k','kubernetes.io':{'namespace':'n','pod':{'uid':'u1'},"
                + "'serviceaccount':{'name':'sa'}}}");

    assertThat(executing(Scene.start().calls(token)).sessionId()).isEqualTo("u1");
  }

  @Test
  void clientOfAUsersTokenDoesNotExecute() {
    assertThat(executing(Scene.start().calls(USER)).id()).isEqualTo(PROCESS);
  }

  @Test
  void humanActorDoesNotExecuteBehindAProcess() {
    CredentialUse impersonated =
        bearer("{'iss':'https://as','sub':'u','act':{'sub':'jane','sub_profile':'user'}}");

    assertThat(executing(Scene.start().calls(impersonated)).id()).isEqualTo(PROCESS);
    assertThat(executing(Scene.start().request(impersonated).calls(LOGIN)).id()).isEqualTo(PROCESS);
  }

  @ParameterizedTest
  @EnumSource(
      value = CredentialKind.class,
      names = {"BASIC", "UNKNOWN"})
  void nameThatNoTokenStatesIsNoExecutorThoughItIsAPrograms(CredentialKind kind) {
    CredentialUse secret =
        CredentialUse.builder(kind)
            .principal("oauth:https://as#shop", IdentityType.SERVICE_ACCOUNT)
            .build();

    assertThat(executing(Scene.start().request(DELEGATED).calls(secret)).id()).isEqualTo(BOT);
  }

  @Test
  void cloudRoleOfACredentialIsAuthorityAlone() {
    CredentialUse key =
        Scene.awsKey("ASIAQWERTYUIOPASDFGH").toBuilder()
            .principal("arn:role", IdentityType.CLOUD_ROLE)
            .build();

    assertThat(executing(Scene.start().calls(key)).id()).isEqualTo(PROCESS);
  }

  @Test
  void loginOfADatabaseIsNoExecutor() {
    assertThat(executing(Scene.start().request(USER).calls(LOGIN)).id()).isEqualTo(PROCESS);
  }

  @Test
  void actorOfTheInboundTokenExecutes() {
    ExecutorIdentity found = executing(Scene.start().request(DELEGATED).calls(LOGIN));

    assertThat(found.id()).isEqualTo(BOT);
    assertThat(found.type()).isEqualTo(IdentityType.AI_AGENT);
  }

  @Test
  void programThatWasLetInExecutes() {
    ExecutorIdentity found = executing(Scene.start().request(SERVICE).calls(LOGIN));

    assertThat(found.id()).isEqualTo(BILLING);
  }

  @Test
  void personThatWasLetInDoesNotExecute() {
    assertThat(executing(Scene.start().request(USER).calls(LOGIN)).id()).isEqualTo(PROCESS);
  }

  @Test
  void callersOwnTokenGoesBeforeWhoWasLetIn() {
    ExecutorIdentity found = executing(Scene.start().request(DELEGATED).calls(SERVICE));

    assertThat(found.id()).isEqualTo(BILLING);
  }

  @Test
  void principalOfUnknownTypeIsNotTakenForAProgram() {
    InboundCall request =
        InboundCall.request("GET /", CredentialUse.NONE)
            .withAuthenticated("x", IdentityType.UNKNOWN);

    assertThat(executing(Scene.start().inbound(request).calls(LOGIN)).id()).isEqualTo(PROCESS);
  }

  @Test
  void personExecutesOnlyWhereTheApplicationSaysSo() {
    ExecutorIdentity operator = ExecutorIdentity.of("op", IdentityType.HUMAN);

    assertThat(executing(Scene.start().runAs(operator).calls(LOGIN)).id()).isEqualTo("op");
    assertThat(executing(Scene.start().runAs(operator).agent("bot").calls(LOGIN)).id())
        .isEqualTo("agent:bot");
  }

  @Test
  void processExecutesWhereNobodyElseDoes() {
    ExecutorIdentity found = executing(Scene.start().calls(LOGIN));

    assertThat(found.id()).isEqualTo(PROCESS);
    assertThat(found.name()).isEqualTo("shop");
  }

  @ParameterizedTest
  @EnumSource(IdentityType.class)
  void tellsProgramsFromPeopleAndFromWhatIsAuthorityAlone(IdentityType type) {
    boolean program =
        switch (type) {
          case AI_AGENT, SERVICE_ACCOUNT, WORKLOAD, CLOUD_ROLE, CI_JOB, SCHEDULER -> true;
          case HUMAN, ANONYMOUS, UNKNOWN, DB_ROLE, API_KEY -> false;
        };

    assertThat(ExecutorRule.isProgram(type)).isEqualTo(program);
  }
}
