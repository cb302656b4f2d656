/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.policy;

import static io.executoraccounting.agent.policy.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import org.junit.jupiter.api.Test;

class SharedCredentialsTest {
  private final PolicyStage stage = Rules.of("a.target=*:*/refunds", "a.forbid=shared_credential");

  private boolean isShared(Records record) {
    return !stage.apply(record.build()).violations().isEmpty();
  }

  private static Records by(String agent) {
    return record().executor("agent:" + agent, IdentityType.AI_AGENT);
  }

  private static CredentialUse.Builder login(String user) {
    return CredentialUse.builder(CredentialKind.DB_PASSWORD)
        .principal("postgresql:" + user + "@db", IdentityType.DB_ROLE);
  }

  @Test
  void aCredentialOfOneExecutorIsNotShared() {
    assertThat(isShared(by("a"))).isFalse();
    assertThat(isShared(by("a"))).isFalse();
  }

  @Test
  void aCredentialIsSharedFromTheSecondExecutorOn() {
    assertThat(isShared(by("a"))).isFalse();
    assertThat(isShared(by("b"))).isTrue();
    assertThat(isShared(by("a"))).isTrue();
  }

  @Test
  void anotherCredentialIsAnotherMatter() {
    isShared(by("a"));
    assertThat(
            isShared(
                by("b")
                    .credential(
                        CredentialUse.builder(CredentialKind.JWT).fingerprint("h1:k:other"))))
        .isFalse();
  }

  @Test
  void aKeyWithoutFingerprintIsKnownByItsPublicId() {
    CredentialUse.Builder key = CredentialUse.builder(CredentialKind.AWS_SIGV4).publicId("AKIA1");
    assertThat(isShared(by("a").credential(key))).isFalse();
    assertThat(isShared(by("b").credential(key))).isTrue();
  }

  @Test
  void aPasswordIsKnownByItsLogin() {
    assertThat(isShared(by("a").credential(login("app_rw")))).isFalse();
    assertThat(isShared(by("b").credential(login("app_ro")))).isFalse();
    assertThat(isShared(by("b").credential(login("app_rw")))).isTrue();
  }

  @Test
  void noCredentialIsSharedByNobody() {
    isShared(by("a").credential(CredentialUse.NONE.toBuilder()));
    assertThat(isShared(by("b").credential(CredentialUse.NONE.toBuilder()))).isFalse();
  }

  @Test
  void useOutsideTheTargetCountsAsWell() {
    assertThat(isShared(by("a").reaching("db.prod.example", "payouts"))).isFalse();
    assertThat(isShared(by("b"))).isTrue();
  }

  @Test
  void tenThousandCredentialsLeaveTheTableAtItsBoundWithThoseUsedLast() {
    SharedCredentials credentials = new SharedCredentials();
    Records always = by("a").credential(login("always"));
    credentials.see(always.build());
    credentials.see(by("a").credential(login("once")).build());
    for (int i = 0; i < 10_000; i++) {
      credentials.see(by("a").credential(login("user" + i)).build());
      credentials.see(always.build());
    }
    assertThat(credentials.size()).isEqualTo(SharedCredentials.MAX_CREDENTIALS);

    credentials.see(by("b").credential(login("always")).build());
    credentials.see(by("b").credential(login("once")).build());

    assertThat(credentials.isMet(always.build())).isTrue();
    assertThat(credentials.isMet(by("b").credential(login("once")).build())).isFalse();
  }
}
