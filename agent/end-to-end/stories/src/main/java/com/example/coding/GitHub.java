/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.coding;

import io.executoraccounting.bootstrap.ExecutorAgent;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** GitHub's REST API, over HttpURLConnection. */
@Component
class GitHub {
  private final RestClient http;
  private final CodingProperties properties;

  GitHub(RestClient.Builder http, CodingProperties properties) {
    this.http =
        http.requestFactory(new SimpleClientHttpRequestFactory())
            .defaultHeader("X-GitHub-Api-Version", "2022-11-28")
            .build();
    this.properties = properties;
  }

  String installationToken(String appToken) {
    return http.post()
        .uri(
            properties.githubUrl() + "/app/installations/{id}/access_tokens",
            properties.installation())
        .headers(headers -> headers.setBearerAuth(appToken))
        .retrieve()
        .requiredBody(JsonNode.class)
        .get("token")
        .stringValue();
  }

  @ExecutorAgent(value = "code-writer", tool = "open_pull_request")
  void openPullRequest(String owner, String repository, String token) {
    http.post()
        .uri(properties.githubUrl() + "/repos/{owner}/{repo}/pulls", owner, repository)
        .headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("title", "Fix the build", "head", "fix", "base", "main"))
        .retrieve()
        .toBodilessEntity();
  }

  /** With the key that all services share. */
  void audit(String repository) {
    http.post()
        .uri(properties.auditUrl() + "/events")
        .header("X-Api-Key", properties.auditApiKey())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("repository", repository))
        .retrieve()
        .toBodilessEntity();
  }
}
