/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads customers for alice: by her token, by its successor, and by what a gateway made of that.
 */
public final class Portal {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI tokenEndpoint;
  private final URI customers;

  private Portal(URI tokenEndpoint, URI customers) {
    this.tokenEndpoint = tokenEndpoint;
    this.customers = customers;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    new Portal(
            URI.create(environment.get("TOKEN_URL")),
            URI.create(environment.get("SOURCE_URL") + "/customers"))
        .run(environment);
    System.out.println("read");
  }

  private void run(Map<String, String> environment) throws IOException, InterruptedException {
    String secret = environment.get("WEB_SHOP_SECRET");
    JsonNode first =
        token(
            Map.of(
                "grant_type", "password",
                "client_id", "portal",
                "client_secret", secret,
                "username", "alice",
                "password", environment.get("PEOPLE_PASSWORD")));
    read(first);
    JsonNode second =
        token(
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "portal",
                "client_secret",
                secret,
                "refresh_token",
                first.get("refresh_token").stringValue()));
    read(second);
    read(
        token(
            Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "client_id", "gateway",
                "client_secret", environment.get("KNOWLEDGE_GATEWAY_SECRET"),
                "subject_token", second.get("access_token").stringValue(),
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "requested_token_type", "urn:ietf:params:oauth:token-type:access_token")));
  }

  private JsonNode token(Map<String, String> form) throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(form.get("grant_type") + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private void read(JsonNode tokens) throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(customers)
            .header("Authorization", "Bearer " + tokens.get("access_token").stringValue())
            .build(),
        BodyHandlers.discarding());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
