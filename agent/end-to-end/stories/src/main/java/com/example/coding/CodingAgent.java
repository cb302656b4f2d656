/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.coding;

import io.executoraccounting.bootstrap.ExecutorAgent;
import org.springframework.stereotype.Component;

/** The AI agent. Its model is left out: what it does is what its model would have it do. */
@Component
public class CodingAgent {
  private final AppToken tokens;
  private final GitHub github;

  CodingAgent(AppToken tokens, GitHub github) {
    this.tokens = tokens;
    this.github = github;
  }

  @ExecutorAgent("code-writer")
  public void work(String owner, String repository) {
    String token = github.installationToken(tokens.sign());
    github.openPullRequest(owner, repository, token);
    github.audit(repository);
  }
}
