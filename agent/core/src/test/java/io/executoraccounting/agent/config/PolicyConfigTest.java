/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyConfigTest {
  @TempDir Path directory;

  private LoadedConfig load(String... lines) throws IOException {
    Path file = Files.write(directory.resolve("agent.properties"), List.of(lines));
    return ConfigLoader.load(file.toString(), Map.of(), Map.of());
  }

  private static List<String> ids(LoadedConfig loaded) {
    return loaded.config().policy().rules().stream().map(PolicyRule::id).toList();
  }

  private String line(int number) {
    return directory.resolve("agent.properties") + ":" + number + ": ";
  }

  @Test
  void nothingIsExpectedByDefault() throws IOException {
    assertThat(ids(load())).isEmpty();
  }

  @Test
  void rulesStandInTheOrderOfTheirIds() throws IOException {
    LoadedConfig loaded =
        load("executor.policy.b.forbid=expired", "executor.policy.a.forbid=expired");
    assertThat(loaded.problems()).isEmpty();
    assertThat(ids(loaded)).containsExactly("a", "b");
  }

  @Test
  void aVariableNamesARuleAsAPropertyDoes() {
    LoadedConfig loaded =
        ConfigLoader.load(
            null,
            Map.of("executor.policy.pay-outs.target", "postgresql:*/payouts"),
            Map.of("EXECUTOR_POLICY_PAY_OUTS_SCOPES_ALLOW", "payouts"));
    assertThat(loaded.problems()).isEmpty();
    PolicyRule rule = loaded.config().policy().rules().get(0);
    assertThat(rule.target()).isNotNull();
    assertThat(rule.allowedScopes()).hasSize(1);
  }

  @Test
  void aRuleWithABadValueIsLeftOutAndTheOthersStay() throws IOException {
    LoadedConfig loaded =
        load(
            "executor.policy.bad.executor=agent:*",
            "executor.policy.bad.target=orders",
            "executor.policy.good.forbid=expired");
    assertThat(ids(loaded)).containsExactly("good");
    assertThat(loaded.problems())
        .containsExactly(
            line(2)
                + "executor.policy.bad.target=orders: expected system:host or"
                + " system:host/resource, * for any characters, as postgresql:*/orders; several"
                + " with commas between them; ! before one that must not fit; the rule bad is left"
                + " out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forbid | expired,stolen | one of expired long_lived audience_mismatch passthrough"
            + " plain_text shared_credential unattributed human_token_in_workload"
            + " workload_token_for_human environment_crossing",
        "access | write,drop | one of read write delete admin unknown",
        "executor | type:robot | type: and ai_agent service_account workload cloud_role ci_job"
            + " scheduler human anonymous unknown db_role api_key",
        "executor | issuer:https://as.example | expected an id, * for any characters, or type:",
        "authority | issuer: | issuer: and its issuer",
        "target | https://api.example/orders | as postgresql:*/orders",
        "target | postgresql:/orders | as postgresql:*/orders",
        "chain.max-depth | 0 | a whole number from 1 to 1000",
      })
  void anUnknownWordIsOneLineThatNamesTheKnownOnes(String key, String value, String expected)
      throws IOException {
    LoadedConfig loaded =
        load("executor.policy.a." + key + "=" + value, "executor.policy.a.scopes.deny=admin");
    assertThat(ids(loaded)).isEmpty();
    assertThat(loaded.problems()).hasSize(1).first().asString().contains(expected);
  }

  @Test
  void aRuleThatExpectsNothingIsAProblem() throws IOException {
    LoadedConfig loaded = load("executor.policy.orders.target=postgresql:*/orders");
    assertThat(ids(loaded)).isEmpty();
    assertThat(loaded.problems())
        .containsExactly(
            "executor.policy.orders: it says which records it is about, but not what is expected;"
                + " add executor, authority, initiator, scopes.allow, scopes.deny, forbid or"
                + " chain.max-depth; the rule orders is left out");
  }

  @Test
  void aRuleAboutAnEnvironmentThatNoHostBelongsToIsAProblem() throws IOException {
    LoadedConfig loaded =
        load(
            "executor.environment.production=*.prod.example.com",
            "executor.policy.a.environment=prodution",
            "executor.policy.a.forbid=expired",
            "executor.policy.b.environment=prod*",
            "executor.policy.b.forbid=expired");
    assertThat(ids(loaded)).containsExactly("b");
    assertThat(loaded.problems())
        .containsExactly(
            "executor.policy.a: no host belongs to the environment prodution; say which do by"
                + " executor.environment.<name>, known are [production]; the rule a is left out");
  }

  @Test
  void aRuleAboutAnEnvironmentWhereNoneIsKnownIsSaidWithoutAnEmptyList() throws IOException {
    assertThat(
            load("executor.policy.a.environment=production", "executor.policy.a.forbid=expired")
                .problems())
        .containsExactly(
            "executor.policy.a: no host belongs to the environment production; say which do by"
                + " executor.environment.<name>, none is known; the rule a is left out");
  }

  @Test
  void aRuleWithAKeyThatDoesNotExistIsNotAppliedToMoreThanWasMeant() throws IOException {
    LoadedConfig loaded =
        load("executor.policy.a.taget=postgresql:*", "executor.policy.a.executor=agent:*");
    assertThat(ids(loaded)).isEmpty();
    assertThat(loaded.problems())
        .containsExactly(
            line(1)
                + "executor.policy.a.taget is not a key of the agent and has no effect; did you"
                + " mean executor.policy.<name>.target?",
            "executor.policy.a: it has executor.policy.a.taget, which is not a key of a rule; the"
                + " rule a is left out");
  }

  @ParameterizedTest
  @CsvSource({"Refunds", "a.b", "a_b", "a b"})
  void anIdThatARecordCannotBearIsAProblem(String id) throws IOException {
    LoadedConfig loaded = load("executor.policy." + id + ".forbid=expired");
    assertThat(ids(loaded)).isEmpty();
    assertThat(loaded.problems())
        .containsExactly(
            "executor.policy."
                + id
                + ": expected an id of at most 64 lower-case letters, digits and hyphens; the rule "
                + id
                + " is left out");
  }

  @Test
  void aBadRuleStopsAStrictAgent() throws IOException {
    assertThat(load("executor.strict=true", "executor.policy.a.target=http:*").refused()).isTrue();
    assertThat(load("executor.strict=true", "executor.policy.a.forbid=expired").refused())
        .isFalse();
  }
}
