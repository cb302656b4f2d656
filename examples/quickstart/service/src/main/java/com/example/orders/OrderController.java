/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/orders")
class OrderController {
  private final OrderRepository orders;
  private final PaymentsClient payments;
  private final Refunds refunds;

  OrderController(OrderRepository orders, PaymentsClient payments, Refunds refunds) {
    this.orders = orders;
    this.payments = payments;
    this.refunds = refunds;
  }

  /** The order with its payment, which the caller may see by the same token. */
  @GetMapping("/{id}")
  OrderView order(@PathVariable long id, @AuthenticationPrincipal Jwt caller) {
    Order order = existing(id);
    return new OrderView(order, payments.payment(id, caller.getTokenValue()));
  }

  @PostMapping("/{id}/refunds")
  @ResponseStatus(HttpStatus.CREATED)
  Refund refund(@PathVariable long id, @AuthenticationPrincipal Jwt caller) {
    return refunds.refund(existing(id), caller);
  }

  private Order existing(long id) {
    return orders.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  record OrderView(Order order, PaymentsClient.Payment payment) {}
}
