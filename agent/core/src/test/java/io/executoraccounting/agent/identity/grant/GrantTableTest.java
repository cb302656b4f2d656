/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantType;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GrantTableTest {
  private static final long NOW = 1_800_000_000L;
  private static final long GRACE = 600;

  private final AtomicLong clock = new AtomicLong(NOW);
  private final GrantTable grants = new GrantTable(clock::get);

  private static CredentialUse credential(String fingerprint, long expiresAt) {
    return CredentialUse.builder(CredentialKind.OPAQUE_BEARER)
        .fingerprint(fingerprint)
        .principal("oauth:https://as#" + fingerprint, IdentityType.SERVICE_ACCOUNT)
        .expiresAt(expiresAt)
        .build();
  }

  private void learn(String fingerprint, long expiresAt) {
    grants.learned(
        new Grant(
            GrantType.CLIENT_CREDENTIALS,
            credential(fingerprint, expiresAt),
            null,
            null,
            List.of()));
  }

  private Grant grantOf(String fingerprint) {
    return grants.grantOf(credential(fingerprint, 0));
  }

  @Test
  void tenThousandRotationsLeaveTheTableAtItsBound() {
    for (int i = 0; i < 10_000; i++) {
      learn("t" + i, NOW + 3600);
      grants.refreshable("r" + i, grantOf("t" + i));
    }

    assertThat(grants.size()).isEqualTo(2 * GrantTable.SIZE);
  }

  @Test
  void oldestMakesRoomFirst() {
    for (int i = 0; i < 2 * GrantTable.SIZE; i++) {
      learn("t" + i, NOW + 3600);
    }

    for (int i = 0; i < 2 * GrantTable.SIZE; i++) {
      assertThat(grantOf("t" + i) != null).as("t" + i).isEqualTo(i >= GrantTable.SIZE);
    }
  }

  @Test
  void expiredMakeRoomBeforeOlderOnesThatHold() {
    learn("long", NOW + 1_000_000);
    for (int i = 0; i < 20_000; i++) {
      clock.addAndGet(10);
      learn("short" + i, clock.get() + 10);
    }

    assertThat(grantOf("long")).isNotNull();
  }

  @Test
  void rotatingCredentialOfOneNameTakesOnePlace() {
    learn("other", NOW + 3600);
    for (int i = 0; i < 10_000; i++) {
      learn("same", NOW + 3600);
    }

    assertThat(grants.size()).isEqualTo(2);
    assertThat(grantOf("other")).isNotNull();
  }

  @Test
  void grantEndsWithItsCredentialAndAGraceForLateRecords() {
    learn("t", NOW + 60);

    clock.set(NOW + 60 + GRACE - 1);
    assertThat(grantOf("t")).isNotNull();
    clock.set(NOW + 60 + GRACE);
    assertThat(grantOf("t")).isNull();
  }

  @Test
  void grantWithoutAnEndHoldsForADay() {
    learn("t", 0);

    clock.set(NOW + 24 * 3600 - 1);
    assertThat(grantOf("t")).isNotNull();
    clock.set(NOW + 24 * 3600);
    assertThat(grantOf("t")).isNull();
  }

  @Test
  void credentialWithoutANameIsNotKept() {
    grants.learned(
        new Grant(
            GrantType.PASSWORD,
            CredentialUse.builder(CredentialKind.UNKNOWN).build(),
            null,
            null,
            List.of()));

    assertThat(grants.size()).isZero();
  }

  @Test
  void childOfAForgottenParentStillNamesIt() {
    learn("parent", NOW + 60);
    CredentialUse parent = grantOf("parent").issued();
    grants.learned(
        new Grant(
            GrantType.TOKEN_EXCHANGE, credential("child", NOW + 36_000), parent, null, List.of()));

    clock.set(NOW + 10_000);

    assertThat(grantOf("parent")).isNull();
    assertThat(grantOf("child").subject().principal()).isEqualTo("oauth:https://as#parent");
  }

  @Test
  void sixtyFourThreadsFindWhatTheyLearned() throws Exception {
    int threads = 64;
    int rounds = 2_000;
    AtomicInteger wrong = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int t = 0; t < threads; t++) {
      String name = "t" + t + "-";
      pool.execute(
          () -> {
            await(start);
            for (int i = 0; i < rounds; i++) {
              learn(name + i, NOW + 3600);
              Grant found = grantOf(name + i);
              if (found != null && !(name + i).equals(found.issued().fingerprint())) {
                wrong.incrementAndGet();
              }
            }
          });
    }
    start.countDown();
    pool.shutdown();

    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(wrong).hasValue(0);
    assertThat(grants.size()).isBetween(GrantTable.SIZE * 9 / 10, GrantTable.SIZE);
    learn("after", NOW + 3600);
    assertThat(grantOf("after")).isNotNull();
  }

  private static void await(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
