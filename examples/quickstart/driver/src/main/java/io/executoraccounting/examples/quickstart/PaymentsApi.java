/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other companies' services: payments, which want a token, and tickets, which want a key. */
public final class PaymentsApi implements AutoCloseable {
  private static final Pattern ORDER = Pattern.compile("\"order\":(\\d+)");

  private final HttpServer server;
  private final Collection<String> refunded = new ConcurrentLinkedQueue<>();

  private PaymentsApi(HttpServer server) {
    this.server = server;
  }

  public static PaymentsApi start() throws IOException {
    HttpServer server = LoopbackServer.create();
    PaymentsApi api = new PaymentsApi(server);
    server.createContext("/v1/payments/", exchange -> api.answer(exchange, "Authorization"));
    server.createContext("/v1/refunds", exchange -> api.answer(exchange, "Authorization"));
    server.createContext("/v1/settlements", exchange -> api.answer(exchange, "Authorization"));
    server.createContext("/tickets", exchange -> api.answer(exchange, "X-Api-Key"));
    server.start();
    return api;
  }

  public String url() {
    return LoopbackServer.url(server);
  }

  @Override
  public void close() {
    LoopbackServer.stop(server);
  }

  private void answer(HttpExchange exchange, String credentialHeader) throws IOException {
    if (!exchange.getRequestHeaders().containsKey(credentialHeader)) {
      LoopbackServer.answer(exchange, 401, "{}");
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/v1/payments/")) {
      String order = path.substring("/v1/payments/".length());
      LoopbackServer.answer(exchange, 200, "{\"order\":" + order + ",\"state\":\"paid\"}");
    } else if (path.equals("/v1/settlements")) {
      LoopbackServer.answer(exchange, 200, "{\"orders\":[" + String.join(",", refunded) + "]}");
    } else {
      Matcher order = ORDER.matcher(body);
      if (order.find()) {
        refunded.add(order.group(1));
      }
      LoopbackServer.answer(exchange, 201, "{}");
    }
  }
}
