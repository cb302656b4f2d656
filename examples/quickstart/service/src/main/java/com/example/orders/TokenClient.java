/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.orders;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Asks the issuer for tokens: RFC 6749 section 4.4 and RFC 8693. */
@Component
class TokenClient {
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private final RestClient http;
  private final OrdersProperties properties;

  TokenClient(RestClient.Builder http, OrdersProperties properties) {
    this.http = http.build();
    this.properties = properties;
  }

  /** A token of the same subject for {@code audience}, with this service as its actor. */
  String exchange(String subjectToken, String audience, String scope) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", EXCHANGE);
    form.add("subject_token", subjectToken);
    form.add("subject_token_type", ACCESS_TOKEN);
    form.add("audience", audience);
    form.add("scope", scope);
    return post(properties.serviceClient(), form);
  }

  /** A token of {@code client} itself. */
  String clientCredentials(OrdersProperties.Client client, String audience, String scope) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "client_credentials");
    form.add("audience", audience);
    form.add("scope", scope);
    return post(client, form);
  }

  private String post(OrdersProperties.Client client, MultiValueMap<String, String> form) {
    return http.post()
        .uri(properties.tokenEndpoint())
        .headers(headers -> headers.setBasicAuth(client.id(), client.secret()))
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(form)
        .retrieve()
        .requiredBody(TokenResponse.class)
        .access_token();
  }

  record TokenResponse(String access_token) {}
}
