/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One run after the other; one that fails is said and made up for by the next. */
final class Sync {
  private final HttpClient http = HttpClient.newHttpClient();
  private final TokenClient tokens;
  private final URI source;
  private final String databaseUrl;
  private final String databasePassword;

  Sync(TokenClient tokens, URI source, String databaseUrl, String databasePassword) {
    this.tokens = tokens;
    this.source = source;
    this.databaseUrl = databaseUrl;
    this.databasePassword = databasePassword;
  }

  void run() {
    try {
      store(customers(tokens.token()));
      System.out.println("synchronised by " + tokens.account());
    } catch (IOException | SQLException e) {
      System.out.println("failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String customers(String token) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(source.resolve("/customers"))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the source answered " + answer.statusCode());
    }
    return answer.body();
  }

  private void store(String customers) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(databaseUrl, "sync_rw", databasePassword);
        PreparedStatement update =
            connection.prepareStatement("INSERT INTO customers (snapshot) VALUES (?)")) {
      update.setString(1, customers);
      update.executeUpdate();
    }
  }
}
