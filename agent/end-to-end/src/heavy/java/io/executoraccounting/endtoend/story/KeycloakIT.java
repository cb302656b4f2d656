/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Client credentials, refresh and standard token exchange as a real Keycloak grants them. */
class KeycloakIT {
  private static String issuer;
  private static List<ReceivedSpan> sync;
  private static List<ReceivedSpan> portal;

  @BeforeAll
  static void run() throws Exception {
    try (StoryWorld world = StoryWorld.start("keycloak");
        Keycloak keycloak = Keycloak.start(world.log("keycloak"))) {
      issuer = keycloak.issuer();
      try (StoryProgram program = world.sync("sync", keycloak.tokenUrl())) {
        program.awaitOutput("by data-sync\n");
        keycloak.disable("data-sync");
        program.awaitOutput("by data-sync-backup\n");
        program.endInput();
        program.awaitExit();
      }
      assertThat(world.portal(keycloak.tokenUrl()).awaitExit()).isZero();
      List<ReceivedSpan> spans = world.receiver.spans().all();
      sync = reads(spans, "sync");
      portal = reads(spans, "portal");
    }
  }

  @Test
  void serviceAccountExecutesByItsOwnRight() {
    ReceivedSpan record = sync.get(0);

    assertThat(record.string("executor.id")).isEqualTo("oauth:" + issuer + "#data-sync");
    assertThat(record.string("executor.type")).isEqualTo("service_account");
    assertThat(record.string("executor.authority.id")).isEqualTo("oauth:" + issuer + "#data-sync");
    assertThat(record.string("executor.authority.issuer")).isEqualTo(issuer);
    assertThat(record.strings("executor.authority.scopes")).contains("customers:read");
    assertThat(record.string("executor.initiator.relation")).isEqualTo("autonomous");
  }

  @Test
  void backupAccountIsAFailoverFromTheDisabledOne() {
    ReceivedSpan record =
        sync.stream()
            .filter(one -> "failover".equals(one.string("executor.change.kind")))
            .findFirst()
            .orElseThrow();

    assertThat(record.string("executor.authority.id"))
        .isEqualTo("oauth:" + issuer + "#data-sync-backup");
    assertThat(record.string("executor.change.previous_id"))
        .isEqualTo("oauth:" + issuer + "#data-sync");
    assertThat(record.strings("executor.chain.via")).endsWith("failover");
  }

  @Test
  void refreshedTokenIsTheSamePersonsRight() {
    assertThat(portal.get(1).string("executor.authority.id"))
        .startsWith("p1:")
        .isEqualTo(portal.get(0).string("executor.authority.id"));
    assertThat(portal.get(1).string("executor.change.kind")).isEqualTo("refresh");
    assertThat(portal.get(1).string("executor.change.previous_fingerprint"))
        .isEqualTo(portal.get(0).string("executor.credential.fingerprint"));
  }

  /** Keycloak issues no {@code act}: the gateway stands in the chain because it was seen. */
  @Test
  void exchangeAtKeycloakKeepsThePersonAndNamesTheGateway() {
    ReceivedSpan record = portal.get(2);

    assertThat(record.string("executor.authority.id"))
        .isEqualTo(portal.get(0).string("executor.authority.id"));
    assertThat(record.strings("executor.chain.ids")).endsWith("oauth:" + issuer + "#gateway");
    assertThat(record.strings("executor.chain.via")).endsWith("token_exchange");
    assertThat(record.string("executor.initiator.relation")).isEqualTo("impersonated");
    assertThat(record.strings("executor.gaps")).contains("no_actor");
  }

  private static List<ReceivedSpan> reads(List<ReceivedSpan> spans, String service) {
    return spans.stream()
        .filter(span -> span.name().equals("GET /customers"))
        .filter(span -> service.equals(span.resourceAttributes().get("service.name")))
        .toList();
  }
}
