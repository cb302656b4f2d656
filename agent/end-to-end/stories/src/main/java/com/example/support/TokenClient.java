/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The token endpoint of the company's issuer. */
@Component
class TokenClient {
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final RestClient http;
  private final SupportProperties properties;

  TokenClient(RestClient.Builder http, SupportProperties properties) {
    this.http = http.build();
    this.properties = properties;
  }

  String ofTheBot() {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "client_credentials");
    form.add("scope", "tickets:write kb:read");
    return token(properties.bot(), form);
  }

  String forTickets(String customerToken, String botToken) {
    return exchange(properties.bot(), customerToken, botToken, "tickets:write", "tickets");
  }

  /** The knowledge base takes tokens that mean nothing to whoever carries them. */
  String forKnowledge(String customerToken, String botToken) {
    return exchange(properties.knowledge(), customerToken, botToken, "kb:read", "knowledge");
  }

  /** RFC 8693: for the customer, by the bot. */
  private String exchange(
      SupportProperties.Client client,
      String customerToken,
      String botToken,
      String scope,
      String audience) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", EXCHANGE);
    form.add("subject_token", customerToken);
    form.add("subject_token_type", ACCESS_TOKEN);
    form.add("actor_token", botToken);
    form.add("actor_token_type", ACCESS_TOKEN);
    form.add("scope", scope);
    form.add("audience", audience);
    return token(client, form);
  }

  private String token(SupportProperties.Client client, MultiValueMap<String, String> form) {
    return http.post()
        .uri(properties.tokenEndpoint())
        .headers(headers -> headers.setBasicAuth(client.id(), client.secret()))
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(form)
        .retrieve()
        .requiredBody(JsonNode.class)
        .get("access_token")
        .stringValue();
  }
}
