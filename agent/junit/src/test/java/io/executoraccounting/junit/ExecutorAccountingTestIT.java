/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's tests with the built jars: real calls, in a JVM of their own. */
class ExecutorAccountingTestIT {
  private static final String TESTS = "com.example.refunds.Refunds";

  @TempDir Path folder;

  private Path rules(String... lines) throws IOException {
    return Files.write(folder.resolve("executor.properties"), List.of(lines));
  }

  private Path rules() throws IOException {
    return rules(
        "executor.exporter=none",
        "executor.policy.refunds.target=http:*/refunds/*",
        "executor.policy.refunds.executor=agent:refund-*");
  }

  private static String javaagent(Path rules) {
    return "-javaagent:" + ForkedTests.AGENT + "=" + rules;
  }

  private static void assertThatOnlyTheSupportAgentsTestFailed(String out) {
    assertThat(out.lines())
        .contains(
            "passed areMadeByTheRefundAgent()",
            "passed areLookedAtByOthers(AccountedCalls)",
            "failed areMadeByTheSupportAgent()")
        .filteredOn(line -> line.startsWith("failed"))
        .hasSize(1);
  }

  @Test
  void aTestFailsWhoseCallBreaksARuleAndSaysWhoWithWhatToWhatAndWhere() throws Exception {
    String out = new ForkedTests(folder).with(javaagent(rules())).run(TESTS);
    assertThatOnlyTheSupportAgentsTestFailed(out);
    assertThat(out)
        .containsPattern(
            "failed areMadeByTheSupportAgent\\(\\)\\R"
                + "a call breaks the policy:\\R"
                + "  refunds: agent:support-bot with unknown \\(opaque_bearer\\): GET"
                + " /refunds/\\{id} on http:127\\.0\\.0\\.1\\R"
                + "    at com\\.example\\.refunds\\.RefundService\\.get\\(RefundService\\.java:\\d+\\)");
  }

  @Test
  void conditionsAreMetByRealCalls() throws Exception {
    Path rules =
        rules(
            "executor.exporter=none",
            "executor.environment.production=127.0.0.1",
            "executor.environment.test=*.test.example",
            "executor.policy.crossing.forbid=environment_crossing",
            "executor.policy.expired.forbid=expired",
            "executor.policy.human.forbid=human_token_in_workload",
            "executor.policy.long-lived.forbid=long_lived",
            "executor.policy.passthrough.forbid=passthrough",
            "executor.policy.plain.forbid=plain_text",
            "executor.policy.shared.forbid=shared_credential",
            "executor.policy.unattributed.forbid=unattributed");
    String out = new ForkedTests(folder).with(javaagent(rules)).run("com.example.refunds.Gateway");
    assertThat(out.lines().filter(line -> line.contains(": GET ")))
        .extracting(line -> line.replaceFirst(":.*: GET ", ": ").replaceFirst(" on .*", "").trim())
        .containsExactly(
            "crossing, expired, human, passthrough: /relayed",
            "crossing, expired, human: /refunds",
            "shared: /tokens/shared",
            "unattributed: /tokens/opaque");
  }

  @Test
  void anAgentThatIsOnTheClassPathIsAttached() throws Exception {
    String out = new ForkedTests(folder).with("-Dexecutor.config=" + rules()).run(TESTS);
    assertThatOnlyTheSupportAgentsTestFailed(out);
  }

  @Test
  void testsWithoutAnAgentFail() throws Exception {
    String out = new ForkedTests(folder).withoutAgentOnClassPath().run(TESTS);
    assertThat(out.lines())
        .containsExactly(
            "failed Refunds",
            "the Executor Accounting agent is neither in this JVM nor on its class path; start the"
                + " tests with -javaagent:executor-accounting-agent.jar=FILE");
  }

  @Test
  void testsWithAnAgentThatCannotBeAttachedFail() throws Exception {
    String out = new ForkedTests(folder).with("-XX:+DisableAttachMechanism").run(TESTS);
    assertThat(out)
        .startsWith("failed Refunds")
        .contains("the Executor Accounting agent could not be attached: ");
  }

  @Test
  void testsWithoutRulesFail() throws Exception {
    String out =
        new ForkedTests(folder).with(javaagent(rules("executor.exporter=none"))).run(TESTS);
    assertThat(out.lines())
        .containsExactly(
            "failed Refunds",
            "no policy rule is in force; name a file with executor.policy.<name>.* keys, by"
                + " -javaagent:executor-accounting-agent.jar=FILE or -Dexecutor.config=FILE, and"
                + " see what the agent says of it on standard error");
  }
}
