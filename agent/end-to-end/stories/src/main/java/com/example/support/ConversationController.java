/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConversationController {
  private final SupportBot bot;
  private final PaymentNotes notes;

  ConversationController(SupportBot bot, PaymentNotes notes) {
    this.bot = bot;
    this.notes = notes;
  }

  @PostMapping("/payments/{id}/questions")
  void ask(@PathVariable long id, @AuthenticationPrincipal Jwt customer) {
    bot.answer(id, customer.getTokenValue());
  }

  @GetMapping("/payments/{id}/notes")
  String notes(@PathVariable long id) {
    return notes.of(id);
  }

  @GetMapping("/notes/count")
  long count() {
    return notes.count();
  }
}
