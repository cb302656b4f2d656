/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.refunds;

import com.sun.net.httpserver.HttpServer;
import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;

/** Where refunds are made, over HTTP. */
final class RefundService implements AutoCloseable {
  static final String OPAQUE = "2YotnFZFEjr1zCsicMWpAA";

  private final HttpServer server;

  RefundService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  void refundAs(String agent, int id) throws Exception {
    ExecutorAccounting.callAs(ExecutorIdentity.agent(agent), () -> get("/refunds/" + id));
  }

  /** A service before this one, which sends on whatever token it is called with. */
  RefundService behindGateway() throws IOException {
    RefundService gateway = new RefundService();
    gateway.server.removeContext("/");
    gateway.server.createContext(
        "/",
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
          exchange.sendResponseHeaders(get("/relayed", token), -1);
          exchange.close();
        });
    return gateway;
  }

  int get(String path) throws IOException {
    return get(path, OPAQUE);
  }

  int get(String path, String token) throws IOException {
    URL url = new URL("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + token);
    return connection.getResponseCode();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
