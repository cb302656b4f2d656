/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import static io.executoraccounting.agent.policy.Records.NOW;
import static io.executoraccounting.agent.policy.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each word of {@code forbid}: what it is about, and what is just beside it. */
class ForbiddenTest {
  private static final Actor PERSON = new Actor("p1:alice", IdentityType.HUMAN, null);

  private static boolean isForbidden(String word, Records record) {
    return !Rules.of("a.forbid=" + word).apply(record.build()).violations().isEmpty();
  }

  @Test
  void oneOfSeveralWordsIsEnough() {
    assertThat(isForbidden("plain_text,expired,unattributed", record().expiresAt(NOW - 1)))
        .isTrue();
  }

  @Test
  void expiredIsACredentialWhoseEndHadComeWhenTheCallBegan() {
    assertThat(isForbidden("expired", record().expiresAt(NOW))).isTrue();
    assertThat(isForbidden("expired", record().expiresAt(NOW + 1))).isFalse();
    assertThat(isForbidden("expired", record().expiresAt(0))).isFalse();
  }

  @Test
  void longLivedIsACredentialThatHasMoreThanADayLeft() {
    assertThat(isForbidden("long_lived", record().expiresAt(NOW + 86_401))).isTrue();
    assertThat(isForbidden("long_lived", record().expiresAt(NOW + 86_400))).isFalse();
  }

  @Test
  void longLivedIsACredentialThatOnlyRevokingEnds() {
    assertThat(
            isForbidden(
                "long_lived", record().credential(CredentialUse.builder(CredentialKind.API_KEY))))
        .isTrue();
    assertThat(isForbidden("long_lived", record().expiresAt(0))).isFalse();
  }

  @Test
  void audienceMismatchIsAnAudienceThatIsKnownNotToFit() {
    assertThat(isForbidden("audience_mismatch", record().audienceMatch(false))).isTrue();
    assertThat(isForbidden("audience_mismatch", record().audienceMatch(true))).isFalse();
    assertThat(isForbidden("audience_mismatch", record().audienceMatch(null))).isFalse();
  }

  @Test
  void passthroughIsTheTokenOfTheRequestSentOn() {
    assertThat(isForbidden("passthrough", record().inbound("h1:k:refunds"))).isTrue();
    assertThat(isForbidden("passthrough", record().inbound("h1:k:other"))).isFalse();
    assertThat(isForbidden("passthrough", record())).isFalse();
  }

  @Test
  void aTokenThatWasMadeForTheTargetAsWellMayBeSentOn() {
    assertThat(isForbidden("passthrough", record().inbound("h1:k:refunds").audienceMatch(true)))
        .isFalse();
  }

  @Test
  void credentialsWithoutFingerprintsAreNotTakenForOneAnother() {
    Records record =
        record().credential(CredentialUse.builder(CredentialKind.DB_PASSWORD)).inbound(null);
    assertThat(isForbidden("passthrough", record)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://api.prod.example/orders, api.prod.example, true",
    "https://api.prod.example/orders, api.prod.example, false",
    "http://localhost/orders, localhost, false",
    "http://127.0.0.1/orders, 127.0.0.1, false",
    "http://[::1]/orders, ::1, false",
    "http://10.0.0.1/orders, 10.0.0.1, true",
  })
  void plainTextIsACredentialOverHttpThatLeavesTheMachine(
      String url, String host, boolean forbidden) {
    assertThat(isForbidden("plain_text", record().http(url, host))).isEqualTo(forbidden);
  }

  @Test
  void plainTextWithoutACredentialTellsNothing() {
    Records record =
        record()
            .http("http://api.prod.example/orders", "api.prod.example")
            .credential(CredentialUse.NONE.toBuilder());
    assertThat(isForbidden("plain_text", record)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Gap.class,
      names = {
        "CONTEXT_LOST",
        "CONTEXT_STALE",
        "PRINCIPAL_UNKNOWN",
        "PRINCIPAL_CONFLICT",
        "SIGNATURE_INVALID"
      })
  void unattributedIsARecordThatDoubtsWhoItWas(Gap gap) {
    assertThat(isForbidden("unattributed", record().gap(gap))).isTrue();
  }

  @Test
  void unattributedIsARecordWithoutExecutorOrAuthority() {
    assertThat(isForbidden("unattributed", record().executor("x", IdentityType.UNKNOWN))).isTrue();
    assertThat(isForbidden("unattributed", record().authority("unknown", IdentityType.UNKNOWN)))
        .isTrue();
  }

  @Test
  void otherGapsLeaveARecordAttributed() {
    assertThat(isForbidden("unattributed", record().gap(Gap.SCOPES_OPAQUE))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HUMAN, AI_AGENT, IMPERSONATED, true",
    "HUMAN, WORKLOAD, ON_BEHALF_UNPROVEN, true",
    "HUMAN, AI_AGENT, DELEGATED, false",
    "HUMAN, HUMAN, SELF, false",
    "SERVICE_ACCOUNT, AI_AGENT, IMPERSONATED, false",
  })
  void aPersonsTokenInAWorkloadIsOneThatDoesNotNameItsActor(
      IdentityType authority, IdentityType executor, Relation relation, boolean forbidden) {
    Records record = record().authority("a", authority).executor("e", executor).relation(relation);
    assertThat(isForbidden("human_token_in_workload", record)).isEqualTo(forbidden);
  }

  @Test
  void aPersonsRightWithoutATokenIsNoTokenInAWorkload() {
    Records record =
        record()
            .authority("p1:alice", IdentityType.HUMAN)
            .relation(Relation.ON_BEHALF_UNPROVEN)
            .credential(CredentialUse.NONE.toBuilder());
    assertThat(isForbidden("human_token_in_workload", record)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DB_ROLE, AI_AGENT, ON_BEHALF_UNPROVEN, true",
    "SERVICE_ACCOUNT, HUMAN, SELF, true",
    "SERVICE_ACCOUNT, WORKLOAD, DELEGATED, false",
    "HUMAN, WORKLOAD, ON_BEHALF_UNPROVEN, false",
    "UNKNOWN, WORKLOAD, ON_BEHALF_UNPROVEN, false",
  })
  void aWorkloadsTokenForAPersonIsOneThatDoesNotNameThePerson(
      IdentityType authority, IdentityType executor, Relation relation, boolean forbidden) {
    Records record =
        record().authority("a", authority).executor("e", executor).initiator(PERSON, relation);
    assertThat(isForbidden("workload_token_for_human", record)).isEqualTo(forbidden);
  }

  @Test
  void aWorkloadsTokenForAWorkloadIsAsItShouldBe() {
    Actor job = new Actor("k8s:ns/job", IdentityType.WORKLOAD, null);
    Records record = record().initiator(job, Relation.ON_BEHALF_UNPROVEN);
    assertThat(isForbidden("workload_token_for_human", record)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://as.test.example, production, true",
    "https://as.prod.example/realms/a, production, false",
    "https://as.test.example:8443/realms/a, production, true",
    "https://as.elsewhere.example, production, false",
    "as.test.example, production, true",
    "not a url, production, false",
    "https://as.test.example, , false",
  })
  void aCredentialOfOneEnvironmentMustNotReachAnother(
      String issuer, String environment, boolean forbidden) {
    Records record = record().issuer(issuer).environment(environment);
    assertThat(isForbidden("environment_crossing", record)).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @CsvSource({"test, true", "production, false", "staging, false", ", false"})
  void aProcessOfOneEnvironmentMustNotReachAnother(String own, boolean forbidden) {
    PolicyStage stage = Rules.in(own, "a.forbid=environment_crossing");
    assertThat(stage.apply(record().build()).violations().isEmpty()).isNotEqualTo(forbidden);
  }
}
