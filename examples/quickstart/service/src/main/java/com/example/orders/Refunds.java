/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

@Service
class Refunds {
  private final RefundRepository refunds;
  private final TokenClient tokens;
  private final PaymentsClient payments;
  private final TicketsClient tickets;

  Refunds(
      RefundRepository refunds,
      TokenClient tokens,
      PaymentsClient payments,
      TicketsClient tickets) {
    this.refunds = refunds;
    this.tokens = tokens;
    this.payments = payments;
    this.tickets = tickets;
  }

  /** Pays the order back by a token that names both the caller and this service. */
  Refund refund(Order order, Jwt caller) {
    String delegated = tokens.exchange(caller.getTokenValue(), "payments", "refunds:write");
    payments.refund(order.id(), order.amountCents(), delegated);
    Refund refund = refunds.save(Refund.of(order, caller.getSubject()));
    tickets.refunded(order.id());
    return refund;
  }
}
