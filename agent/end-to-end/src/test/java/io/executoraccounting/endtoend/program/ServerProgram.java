/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Receives a request with an odd token and calls on with a good one while it serves it. */
public final class ServerProgram {
  private ServerProgram() {}

  /** Arguments: the server to call on, the odd token that arrives. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", "4000000");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ClientProgram.call(args[0] + "/v1/refunds", OddToken.PLAIN.text());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/work"))
            .header("Authorization", "Bearer " + OddToken.valueOf(args[1]).text())
            .build();
    System.out.println(
        "answered "
            + HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
    System.exit(7);
  }
}
