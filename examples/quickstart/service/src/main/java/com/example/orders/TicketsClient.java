/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Tells the support desk, on a pool's thread and with this service's own key. */
@Component
public class TicketsClient {
  private final RestClient http;

  TicketsClient(RestClient.Builder http, OrdersProperties properties) {
    this.http =
        http.baseUrl(properties.ticketsUrl())
            .defaultHeader("X-Api-Key", properties.ticketsApiKey())
            .build();
  }

  @Async
  public void refunded(long orderId) {
    http.post()
        .uri("/tickets")
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Ticket("Refund of order " + orderId))
        .retrieve()
        .toBodilessEntity();
  }

  record Ticket(String subject) {}
}
