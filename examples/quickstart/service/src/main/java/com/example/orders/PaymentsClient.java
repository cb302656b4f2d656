/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
class PaymentsClient {
  private final RestClient http;

  PaymentsClient(RestClient.Builder http, OrdersProperties properties) {
    this.http = http.baseUrl(properties.paymentsUrl()).build();
  }

  Payment payment(long orderId, String token) {
    return http.get()
        .uri("/v1/payments/{order}?expand=card", orderId)
        .headers(headers -> headers.setBearerAuth(token))
        .retrieve()
        .requiredBody(Payment.class);
  }

  void refund(long orderId, long amountCents, String token) {
    http.post()
        .uri("/v1/refunds")
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .body(new RefundRequest(orderId, amountCents))
        .retrieve()
        .toBodilessEntity();
  }

  /** Orders whose refunds the bank has carried out. */
  List<Long> settledOrders(String token) {
    return http.get()
        .uri("/v1/settlements")
        .headers(headers -> headers.setBearerAuth(token))
        .retrieve()
        .requiredBody(Settlements.class)
        .orders();
  }

  record Payment(long order, String state) {}

  record RefundRequest(long order, long amountCents) {}

  record Settlements(List<Long> orders) {}
}
