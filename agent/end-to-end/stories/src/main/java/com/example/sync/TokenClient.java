/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens by client credentials, by the next account where one is refused. */
final class TokenClient {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final List<Account> accounts;
  private int current;

  TokenClient(URI endpoint, List<Account> accounts) {
    this.endpoint = endpoint;
    this.accounts = accounts;
  }

  String token() throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(accounts.get(current));
    while (answer.statusCode() != 200 && current + 1 < accounts.size()) {
      System.out.println(accounts.get(current).id() + " is refused: " + answer.statusCode());
      current++;
      answer = ask(accounts.get(current));
    }
    if (answer.statusCode() != 200) {
      throw new IOException("no token: " + answer.statusCode());
    }
    return JSON.readTree(answer.body()).get("access_token").stringValue();
  }

  String account() {
    return accounts.get(current).id();
  }

  private HttpResponse<String> ask(Account account) throws IOException, InterruptedException {
    String login = account.id() + ":" + account.secret();
    return http.send(
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=customers%3Aread"))
            .build(),
        BodyHandlers.ofString());
  }

  record Account(String id, String secret) {}
}
