/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.coding;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TaskController {
  private final CodingAgent agent;

  TaskController(CodingAgent agent) {
    this.agent = agent;
  }

  @PostMapping("/repositories/{owner}/{name}/tasks")
  void work(@PathVariable String owner, @PathVariable String name) {
    agent.work(owner, name);
  }
}
