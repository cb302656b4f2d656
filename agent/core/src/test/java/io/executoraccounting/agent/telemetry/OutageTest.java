/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {
  private final LogLines log = new LogLines();
  private final Outage outage = new Outage(log, "disk");

  @Test
  void isSaidOnceAndCounted() {
    outage.failed("full", "make room", 2);
    outage.failed("full", "make room", 3);
    assertThat(log.lines())
        .containsExactly("warn disk: full; records are dropped and counted; make room");
    assertThat(outage.lost()).isEqualTo(5);
  }

  @Test
  void itsEndIsSaidWithWhatItCost() {
    outage.failed("full", "make room", 2);
    outage.worked();
    outage.worked();
    assertThat(log.lines())
        .last()
        .isEqualTo("info disk: works again; 2 records were dropped so far");
    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void oneThatComesAndGoesDoesNotFillTheLog() {
    for (int i = 0; i < 100; i++) {
      outage.failed("full", "make room", 1);
      outage.worked();
    }
    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void isOngoingAlsoWhereItIsNotSaidAgain() {
    outage.failed("full", "make room", 1);
    outage.worked();
    outage.failed("full", "make room", 1);
    assertThat(outage.isOngoing()).isTrue();
  }

  @Test
  void lastWordNamesTheSum() {
    outage.failed("full", "make room", 2);
    outage.count("the JVM ended", 1);
    outage.close();
    assertThat(log.lines())
        .last()
        .isEqualTo("warn disk: 3 records were dropped in all; at last: the JVM ended");
  }

  @Test
  void whereNothingWasLostThereIsNoLastWord() {
    outage.close();
    assertThat(log.lines()).isEmpty();
  }
}
