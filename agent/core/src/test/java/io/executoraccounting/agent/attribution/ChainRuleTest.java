/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static io.executoraccounting.agent.attribution.Scene.DELEGATED;
import static io.executoraccounting.agent.attribution.Scene.LOGIN;
import static io.executoraccounting.agent.attribution.Scene.PROCESS;
import static io.executoraccounting.agent.attribution.Scene.SERVICE;
import static io.executoraccounting.agent.attribution.Scene.USER;
import static io.executoraccounting.agent.attribution.Scene.bearer;
import static io.executoraccounting.agent.attribution.Scene.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Via;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 4 of the model. */
class ChainRuleTest {
  private static final String ALICE = "oauth:https://as#alice";
  private static final String BOT = "oauth:https://as#bot";

  @Test
  void runsFromThePersonOverProcessAndAgentToTheLogin() {
    List<ChainHop> chain =
        Scene.start()
            .request(USER)
            .agent("support")
            .acting(ExecutorIdentity.agent("support").withTool("close"), Via.AGENT_TOOL)
            .calls(LOGIN)
            .chain();

    assertThat(read(chain))
        .isEqualTo(
            ALICE
                + "<request | "
                + PROCESS
                + "<process | agent:support<agent | agent:support<agent_tool"
                + " | "
                + Scene.ROLE
                + "<process");
    assertThat(chain)
        .extracting(ChainHop::type)
        .containsExactly(
            IdentityType.HUMAN,
            IdentityType.WORKLOAD,
            IdentityType.AI_AGENT,
            IdentityType.AI_AGENT,
            IdentityType.DB_ROLE);
  }

  @Test
  void listsPriorActorsBeforeTheCurrentOne() {
    CredentialUse token =
        bearer("{'iss':'https://as','sub':'alice','act':{'sub':'bot','act':{'sub':'web'}}}");

    assertThat(read(Scene.start().request(token).calls(LOGIN).chain()))
        .startsWith(ALICE + "<request | oauth:https://as#web<act_claim | " + BOT + "<act_claim | ");
  }

  @Test
  void actorsOfTheCallsTokenFollowWithoutThoseAlreadyNamed() {
    CredentialUse exchanged =
        bearer(
            "{'iss':'https://as','sub':'alice','azp':'web','scope':'a',"
                + "'act':{'sub':'shop','act':{'sub':'bot'}}}");
    List<ChainHop> chain = Scene.start().request(DELEGATED).calls(exchanged).chain();

    assertThat(read(chain))
        .isEqualTo(
            ALICE
                + "<request | "
                + BOT
                + "<act_claim | "
                + PROCESS
                + "<process | oauth:https://as#shop<act_claim");
    assertThat(chain.get(3).fingerprint()).isEqualTo(exchanged.fingerprint());
  }

  @Test
  void relayedTokenIsPresentedByTheProcess() {
    List<ChainHop> chain = Scene.start().request(DELEGATED).calls(DELEGATED).chain();

    assertThat(read(chain))
        .isEqualTo(ALICE + "<request | " + BOT + "<act_claim | " + PROCESS + "<process");
    assertThat(chain)
        .extracting(ChainHop::fingerprint)
        .containsExactly(DELEGATED.fingerprint(), null, DELEGATED.fingerprint());
  }

  @Test
  void impersonationEndsWithThePersonWhoseTokenIsUsed() {
    List<ChainHop> chain = Scene.start().request(USER).calls(USER).chain();

    assertThat(read(chain))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process | " + ALICE + "<impersonation");
    assertThat(chain)
        .extracting(ChainHop::fingerprint)
        .containsExactly(USER.fingerprint(), null, USER.fingerprint());
  }

  @Test
  void storedTokenOfAPersonIsAnImpersonationByTheProcess() {
    assertThat(read(Scene.start().calls(USER).chain()))
        .isEqualTo(PROCESS + "<process | " + ALICE + "<impersonation");
  }

  @Test
  void storedDelegatedTokenWasDelegatedBeforeTheProcessHadIt() {
    List<ChainHop> chain = Scene.start().calls(DELEGATED).chain();

    assertThat(read(chain))
        .isEqualTo(ALICE + "<act_claim | " + BOT + "<act_claim | " + PROCESS + "<process");
    assertThat(chain)
        .extracting(ChainHop::fingerprint)
        .containsExactly(null, null, DELEGATED.fingerprint());
  }

  @Test
  void autonomousWorkBeginsWithTheProcess() {
    assertThat(read(Scene.start().runAs(ExecutorIdentity.agent("bot")).calls(SERVICE).chain()))
        .isEqualTo(PROCESS + "<process | agent:bot<run_as | oauth:https://as#billing<process");
  }

  @Test
  void callWithoutACredentialEndsWithWhoeverMadeIt() {
    assertThat(read(Scene.start().request(USER).calls().chain()))
        .isEqualTo(ALICE + "<request | " + PROCESS + "<process");
  }

  @Test
  void authorityThatStandsLastIsNotRepeated() {
    List<ChainHop> chain =
        Scene.start()
            .runAs(ExecutorIdentity.of("oauth:https://as#billing", IdentityType.SERVICE_ACCOUNT))
            .calls(SERVICE)
            .chain();

    assertThat(read(chain)).isEqualTo(PROCESS + "<process | oauth:https://as#billing<run_as");
    assertThat(chain.get(1).fingerprint()).isEqualTo(SERVICE.fingerprint());
  }

  @Test
  void unreadableAuthorityIsAHopByItsFingerprint() {
    List<ChainHop> chain = Scene.start().calls(Scene.OPAQUE).chain();

    assertThat(read(chain)).isEqualTo(PROCESS + "<process | unknown<process");
    assertThat(chain.get(1).fingerprint()).isEqualTo(Scene.OPAQUE.fingerprint());
  }

  @Test
  void tlsPeerStandsBetweenPersonAndProcess() {
    CredentialUse gateway =
        CredentialUse.builder(CredentialKind.X509)
            .principal("spiffe://example.org/gateway", IdentityType.WORKLOAD)
            .build();
    InboundCall request = InboundCall.request("GET /", USER).withPeer(gateway);

    assertThat(read(Scene.start().inbound(request).calls().chain()))
        .isEqualTo(
            ALICE + "<request | spiffe://example.org/gateway<request | " + PROCESS + "<process");
  }

  @Test
  void peerThatIsTheSubjectStandsOnce() {
    CredentialUse gateway =
        CredentialUse.builder(CredentialKind.X509)
            .principal("spiffe://example.org/gateway", IdentityType.WORKLOAD)
            .build();
    InboundCall request = InboundCall.request("GET /", CredentialUse.NONE).withPeer(gateway);

    assertThat(read(Scene.start().inbound(request).calls().chain()))
        .isEqualTo("spiffe://example.org/gateway<request | " + PROCESS + "<process");
  }

  @Test
  void chainsAreJoinedByADigestOfTheirHops() {
    EvidenceAttribution attribution = Scene.start().attribution();
    List<ChainHop> chain = Scene.start().request(USER).calls(LOGIN).chain();
    List<ChainHop> same = Scene.start().request(USER).calls(LOGIN).chain();
    List<ChainHop> other = Scene.start().request(USER).calls(SERVICE).chain();

    assertThat(attribution.chainDigest(chain))
        .matches("h1:[\\w-]{8}:[\\w-]{22}")
        .isEqualTo(attribution.chainDigest(same))
        .isNotEqualTo(attribution.chainDigest(other));
  }
}
