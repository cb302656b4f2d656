/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** GitHub's REST API, as far as an app that opens pull requests needs it. */
final class GitHubApi {
  private static final String JSON = "application/json; charset=utf-8";

  private GitHubApi() {}

  static void handle(HttpExchange exchange) throws IOException {
    String credential = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/access_tokens") && credential.startsWith("Bearer eyJ")) {
      StandIn.answer(
          exchange,
          201,
          Map.of("Content-Type", JSON),
          "{\"token\":\""
              + Secret.INSTALLATION_TOKEN.text()
              + "\",\"expires_at\":\""
              + Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS)
              + "\",\"permissions\":{\"contents\":\"read\",\"metadata\":\"read\","
              + "\"pull_requests\":\"write\"},\"repository_selection\":\"selected\"}");
    } else if (path.endsWith("/pulls")
        && credential.equals("Bearer " + Secret.INSTALLATION_TOKEN.text())) {
      StandIn.answer(
          exchange,
          201,
          Map.of(
              "Content-Type",
              JSON,
              "X-Accepted-GitHub-Permissions",
              "pull_requests=write",
              "X-GitHub-Request-Id",
              "C0FF:EE:1:2:3"),
          "{\"number\":7,\"state\":\"open\"}");
    } else {
      StandIn.answer(exchange, 401, Map.of("Content-Type", JSON), "{}");
    }
  }
}
