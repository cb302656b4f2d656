/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.identity;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does to clients. */
@RestController
class ClientAdministration {
  private final Clients clients;

  ClientAdministration(Clients clients) {
    this.clients = clients;
  }

  @DeleteMapping("/admin/clients/{id}")
  void disable(@PathVariable String id) {
    clients.disable(id);
  }
}
