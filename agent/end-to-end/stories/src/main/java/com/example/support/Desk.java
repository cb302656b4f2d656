/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The support desk's services: knowledge base, ticketing, audit trail. */
@Component
class Desk {
  private final RestClient http;
  private final SupportProperties properties;

  Desk(RestClient.Builder http, SupportProperties properties) {
    this.http = http.build();
    this.properties = properties;
  }

  void lookUp(long payment, String token) {
    http.get()
        .uri(properties.knowledgeUrl() + "/articles?about=payment-{id}", payment)
        .headers(headers -> headers.setBearerAuth(token))
        .retrieve()
        .toBodilessEntity();
  }

  void openTicket(long payment, String token) {
    http.post()
        .uri(properties.ticketsUrl() + "/tickets")
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("payment", payment))
        .retrieve()
        .toBodilessEntity();
  }

  /** With the key that all services share. */
  void audit(long payment) {
    http.post()
        .uri(properties.auditUrl() + "/events")
        .header("X-Api-Key", properties.auditApiKey())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("payment", payment))
        .retrieve()
        .toBodilessEntity();
  }
}
