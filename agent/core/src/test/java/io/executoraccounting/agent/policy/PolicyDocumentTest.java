/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import static io.executoraccounting.agent.policy.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.attribution.Relation;
import io.executoraccounting.agent.config.AgentConfig;
import io.executoraccounting.agent.config.Forbidden;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/policy.md}, taken from there. */
class PolicyDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/policy.md");

  private static List<String> violations(Records record) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean example = false;
    for (String line : Files.readAllLines(DOCUMENT)) {
      if (line.startsWith("```")) {
        example = line.equals("```properties");
      } else if (example) {
        lines.add(line);
      }
    }
    AgentConfig config = Rules.config(lines);
    return new PolicyStage(config.policy(), config.environments(), null)
        .apply(record.build())
        .violations();
  }

  private static Records refund() {
    return record().authority("postgresql:refund_rw@db.prod.example.com", IdentityType.DB_ROLE);
  }

  @Test
  void aRefundByARefundAgentForAPersonIsAsExpected() throws IOException {
    assertThat(violations(refund())).doesNotContain("refunds");
  }

  @Test
  void aRefundByAnybodyElseIsNot() throws IOException {
    assertThat(violations(refund().executor("agent:support-bot", IdentityType.AI_AGENT)))
        .contains("refunds");
    assertThat(violations(refund().authority("postgresql:app@db", IdentityType.DB_ROLE)))
        .contains("refunds");
    assertThat(violations(refund().initiator(null, Relation.AUTONOMOUS))).contains("refunds");
  }

  @Test
  void whoMayReadTheRefundsIsNotSaid() throws IOException {
    assertThat(
            violations(
                refund().access(Access.READ).executor("agent:support-bot", IdentityType.AI_AGENT)))
        .isEmpty();
  }

  @Test
  void aTestIssuersCredentialMustNotReachProduction() throws IOException {
    assertThat(violations(refund().issuer("https://as.test.example.com"))).contains("no-crossing");
  }

  @Test
  void anAgentChangesTicketsAlone() throws IOException {
    assertThat(violations(refund())).contains("agents-write-tickets");
    assertThat(violations(refund().reaching("db.prod.example.com", "tickets")))
        .doesNotContain("agents-write-tickets");
    assertThat(violations(refund().executor("k8s:shop/refunds", IdentityType.WORKLOAD)))
        .doesNotContain("agents-write-tickets");
    assertThat(violations(refund().scopes("refunds:admin"))).contains("no-admin-scopes");
  }

  @Test
  void credentialsThatLeakEasilyAreFound() throws IOException {
    Records call = record().http("http://api.prod.example.com/a", "api.prod.example.com");
    assertThat(violations(call)).containsExactly("hygiene");
    assertThat(
            violations(
                record()
                    .http("https://api.prod.example.com/a", "api.prod.example.com")
                    .credential(CredentialUse.builder(CredentialKind.API_KEY))))
        .containsExactly("short-lived");
  }

  @Test
  void everyConditionIsDefined() throws IOException {
    String text = Files.readString(DOCUMENT);
    for (Forbidden word : Forbidden.values()) {
      assertThat(text).contains("| `" + word + "` |");
    }
  }
}
