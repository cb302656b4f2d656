/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountedCallTest {
  private static StackTraceElement frame(String type) {
    return new StackTraceElement(type, "run", "Source.java", 7);
  }

  @Test
  void saysWhoWithWhatForWhomToWhatAndWhere() {
    AccountedCall call =
        new AccountedCall(
            "UPDATE refunds",
            Map.of(
                "executor.id", "agent:support-bot",
                "executor.authority.id", "postgresql:app@db",
                "executor.credential.kind", "db_password",
                "executor.initiator.id", "p1:abc",
                "executor.reach.system", "postgresql",
                "server.address", "db.prod.example.com",
                "executor.reach.environment", "production"),
            List.of(
                frame("io.executoraccounting.agent.attribution.CallAccounting"),
                frame("java.net.Socket"),
                frame("com.example.Refunds"),
                frame("com.example.Main")));
    assertThat(call)
        .hasToString(
            "agent:support-bot with postgresql:app@db (db_password) for p1:abc: UPDATE refunds on"
                + " postgresql:db.prod.example.com (production)"
                + System.lineSeparator()
                + "    at com.example.Refunds.run(Source.java:7)");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    AccountedCall call =
        new AccountedCall(
            "send",
            Map.of(
                "executor.id", "os:app@shop",
                "executor.authority.id", "os:app@shop",
                "executor.credential.kind", "none",
                "executor.reach.system", "kafka"),
            List.of());
    assertThat(call).hasToString("os:app@shop with os:app@shop (none): send on kafka");
  }
}
