/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** Ticketing, knowledge base, audit trail and customers: each wants its credential, any will do. */
final class DeskStandIn {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private DeskStandIn() {}

  static StandIn start() throws IOException {
    return StandIn.start(DeskStandIn::handle);
  }

  private static void handle(HttpExchange exchange) throws IOException {
    boolean audit = exchange.getRequestURI().getPath().equals("/events");
    if (!exchange.getRequestHeaders().containsKey(audit ? "X-Api-Key" : "Authorization")) {
      StandIn.answer(exchange, 401, JSON, "{}");
    } else {
      StandIn.answer(exchange, exchange.getRequestMethod().equals("GET") ? 200 : 201, JSON, "{}");
    }
  }
}
