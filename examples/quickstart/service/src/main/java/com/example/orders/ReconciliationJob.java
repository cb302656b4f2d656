/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Marks refunds as settled once the bank has carried them out; nobody asks for it. */
@Component
class ReconciliationJob {
  private static final Logger LOG = LoggerFactory.getLogger(ReconciliationJob.class);

  private final RefundRepository refunds;
  private final TokenClient tokens;
  private final PaymentsClient payments;
  private final OrdersProperties properties;

  ReconciliationJob(
      RefundRepository refunds,
      TokenClient tokens,
      PaymentsClient payments,
      OrdersProperties properties) {
    this.refunds = refunds;
    this.tokens = tokens;
    this.payments = payments;
    this.properties = properties;
  }

  @Scheduled(
      initialDelayString = "${orders.reconciliation.initial-delay}",
      fixedDelayString = "${orders.reconciliation.every}")
  void reconcile() {
    String token =
        tokens.clientCredentials(
            properties.reconciliation().client(), "payments", "settlements:read");
    List<Long> settled = payments.settledOrders(token);
    LOG.info("{} refunds settled", settled.isEmpty() ? 0 : refunds.settle(settled));
  }
}
