/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.junit.AccountedCall;
import io.executoraccounting.junit.AccountedCalls;
import io.executoraccounting.junit.ExecutorAccountingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests as a user writes them; a JVM of its own runs them. */
@ExecutorAccountingTest
class Refunds {
  private RefundService service;

  @BeforeEach
  void start() throws Exception {
    service = new RefundService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void areMadeByTheRefundAgent() throws Exception {
    service.refundAs("refund-bot", 7);
  }

  @Test
  void areMadeByTheSupportAgent() throws Exception {
    service.refundAs("support-bot", 7);
  }

  @Test
  void areLookedAtByOthers(AccountedCalls calls) throws Exception {
    service.get("/orders/7");
    assertThat(calls.all()).extracting(AccountedCall::name).containsExactly("GET /orders/{id}");
    service.refundAs("refund-bot", 7);
    assertThat(calls.all())
        .last()
        .satisfies(
            call -> {
              assertThat(call.attribute("executor.id")).isEqualTo("agent:refund-bot");
              assertThat(call.attribute("executor.reach.access")).isEqualTo("read");
            });
    assertThat(calls.violating()).isEmpty();
  }
}
