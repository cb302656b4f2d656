/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import org.springframework.stereotype.Component;

/** The AI agent. Its model is left out: what it does is what its model would have it do. */
@Component
public class SupportBot {
  private final TokenClient tokens;
  private final Desk desk;
  private final PaymentNotes notes;

  SupportBot(TokenClient tokens, Desk desk, PaymentNotes notes) {
    this.tokens = tokens;
    this.desk = desk;
    this.notes = notes;
  }

  /** One turn: looks the question up, opens a ticket for the customer, and notes it. */
  public void answer(long payment, String customerToken) {
    String botToken = tokens.ofTheBot();
    desk.lookUp(payment, tokens.forKnowledge(customerToken, botToken));
    desk.openTicket(payment, tokens.forTickets(customerToken, botToken));
    notes.add(payment, "ticket opened");
    desk.audit(payment);
  }
}
