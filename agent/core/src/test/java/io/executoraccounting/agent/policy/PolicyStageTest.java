/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import static io.executoraccounting.agent.policy.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.AccountingRecord;
import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records a rule is about, and whether identities and scopes are as it expects. */
class PolicyStageTest {
  private static List<String> violations(Records record, String... lines) {
    return Rules.of(lines).apply(record.build()).violations();
  }

  private static boolean breaks(Records record, String... lines) {
    return !violations(record, lines).isEmpty();
  }

  @Test
  void aRecordNamesTheRulesItBreaksAndNoOthers() {
    assertThat(
            violations(
                record(),
                "bots.executor=agent:*",
                "nobody.executor=!*",
                "support.executor=agent:support-*"))
        .containsExactly("nobody", "support");
  }

  @Test
  void aRecordThatIsAsExpectedIsPassedOnAsItIs() {
    AccountingRecord record = record().build();
    assertThat(Rules.of("a.executor=agent:refund-bot").apply(record)).isSameAs(record);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql:db.prod.example/refunds, true",
    "postgresql:*/refunds, true",
    "PostgreSQL:DB.prod.example/Refunds, true",
    "postgresql:*.prod.example, true",
    "*:*/refund*, true",
    "postgresql:*/refund, false",
    "postgresql:prod.example/refunds, false",
    "mysql:*, false",
  })
  void aRuleIsAboutWhatItsTargetNames(String target, boolean about) {
    assertThat(breaks(record(), "a.target=" + target, "a.executor=!*")).isEqualTo(about);
  }

  @Test
  void aTargetNeedsNoSlashBeforeAPath() {
    Records record = record().http("https://api.prod.example/orders/7", "api.prod.example");
    assertThat(breaks(record, "a.target=http:*/orders/*", "a.executor=!*")).isTrue();
    assertThat(breaks(record, "a.target=http:*/carts/*", "a.executor=!*")).isFalse();
  }

  @Test
  void anExcludedTargetIsNobodysBusiness() {
    String rule = "a.target=postgresql:*,!*:*/refunds";
    assertThat(breaks(record(), rule, "a.executor=!*")).isFalse();
    assertThat(breaks(record().reaching("db.prod.example", "payouts"), rule, "a.executor=!*"))
        .isTrue();
  }

  @Test
  void aCallWithoutHostAndResourceIsReachedByAsterisksAlone() {
    Records record = record().reaching(null, null);
    assertThat(breaks(record, "a.target=postgresql:*/*", "a.executor=!*")).isTrue();
    assertThat(breaks(record, "a.target=postgresql:db*", "a.executor=!*")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"READ, false", "WRITE, true", "DELETE, true", "UNKNOWN, false"})
  void aRuleIsAboutItsKindsOfAccess(Access access, boolean about) {
    assertThat(breaks(record().access(access), "a.access=write,delete", "a.executor=!*"))
        .isEqualTo(about);
  }

  @ParameterizedTest
  @CsvSource({
    "production, production, true",
    "production, test, false",
    "production, , false",
    "!production, production, false",
    "!production, , true",
  })
  void aRuleIsAboutItsEnvironment(String pattern, String environment, boolean about) {
    assertThat(
            breaks(record().environment(environment), "a.environment=" + pattern, "a.executor=!*"))
        .isEqualTo(about);
  }

  @Test
  void aRuleIsAboutRecordsThatAllItsSelectorsFit() {
    String[] rule = {"a.access=read", "a.target=postgresql:*/refunds", "a.executor=!*"};
    assertThat(breaks(record(), rule)).isFalse();
    assertThat(breaks(record().access(Access.READ), rule)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "agent:refund-bot, false",
    "agent:*, false",
    "type:ai_agent, false",
    "'type:human,agent:refund-bot', false",
    "'agent:*,!agent:refund-bot', true",
    "!type:human, false",
    "agent:support-*, true",
    "Agent:refund-bot, true",
    "type:human, true",
  })
  void anUnexpectedExecutorBreaksARule(String expected, boolean broken) {
    assertThat(breaks(record(), "a.executor=" + expected)).isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource({
    "oauth:https://as.prod.example#refunds, false",
    "type:service_account, false",
    "issuer:https://as.prod.example, false",
    "issuer:https://*.prod.example, false",
    "issuer:https://as.test.example, true",
    "postgresql:*, true",
    "type:human, true",
  })
  void anUnexpectedAuthorityBreaksARule(String expected, boolean broken) {
    assertThat(breaks(record(), "a.authority=" + expected)).isEqualTo(broken);
  }

  @Test
  void anAuthorityThatNobodyVouchesForHasNoIssuer() {
    assertThat(breaks(record().issuer(null), "a.authority=issuer:*")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "type:human, false",
    "issuer:https://as.prod.example, false",
    "p1:alice, false",
    "none, true",
    "type:scheduler, true",
    "!type:human, true",
  })
  void anUnexpectedInitiatorBreaksARule(String expected, boolean broken) {
    assertThat(breaks(record(), "a.initiator=" + expected)).isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource({"type:human, true", "'type:human,none', false", "!type:human, false", "*, true"})
  void aRecordWithoutInitiatorIsExpectedByItsOwnWord(String expected, boolean broken) {
    Records record = record().initiator(null, Relation.AUTONOMOUS);
    assertThat(breaks(record, "a.initiator=" + expected)).isEqualTo(broken);
  }

  @Test
  void noneIsNotTheIdOfAnInitiator() {
    Actor none = new Actor("none", IdentityType.SERVICE_ACCOUNT, null);
    assertThat(breaks(record().initiator(none, Relation.SELF), "a.initiator=none")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'refunds:read,refunds:write', false",
    "refunds:*, false",
    "refunds:read, true",
    "payouts:*, true",
  })
  void aScopeThatIsNotAllowedBreaksARule(String allowed, boolean broken) {
    assertThat(
            breaks(record().scopes("refunds:read", "refunds:write"), "a.scopes.allow=" + allowed))
        .isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource({"refunds:write, true", "'role:owner,*:write', true", "*:admin, false"})
  void aScopeThatIsDeniedBreaksARule(String denied, boolean broken) {
    assertThat(breaks(record().scopes("refunds:read", "refunds:write"), "a.scopes.deny=" + denied))
        .isEqualTo(broken);
  }

  @Test
  void scopesThatAreNotKnownBreakNoRule() {
    assertThat(breaks(record(), "a.scopes.allow=none-at-all", "a.scopes.deny=*")).isFalse();
  }

  @Test
  void aChainThatIsTooDeepBreaksARule() {
    assertThat(breaks(record().depth(3), "a.chain.max-depth=3")).isFalse();
    assertThat(breaks(record().depth(4), "a.chain.max-depth=3")).isTrue();
  }
}
