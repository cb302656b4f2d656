/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FilterChainHandlerTest {
  @RegisterExtension static final WovenAgent AGENT = WovenAgent.with(new JdkHttpServerExtension());

  private final Queue<ExecutorFrame> seen = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void handlerRunsUnderTheCredentialOfItsRequest() throws Exception {
    serve(
        exchange -> {
          seen.add(top());
          answer(exchange, 200);
        });
    get("/orders/4711", "Bearer opaque-credential-of-somebody");
    InboundCall call = inbound(seen.remove());
    assertThat(call.operation()).isEqualTo("GET /orders/{id}");
    assertThat(call.credential().kind()).isEqualTo(CredentialKind.OPAQUE_BEARER);
  }

  @Test
  void threadIsCleanForTheNextRequest() throws Exception {
    serve(
        exchange -> {
          seen.add(top());
          answer(exchange, 200);
        });
    for (int i = 0; i < 20; i++) {
      get("/", "Bearer opaque-credential-number-" + i);
    }
    get("/", null);
    assertThat(seen).hasSize(21).doesNotHaveDuplicates();
    assertThat(departures()).hasSize(21);
    assertThat(seen)
        .last()
        .extracting(frame -> inbound(frame).credential().kind())
        .isEqualTo(CredentialKind.NONE);
  }

  @Test
  void authenticatorNamesTheCaller() throws Exception {
    HttpContext context =
        serve(
            exchange -> {
              seen.add(top());
              answer(exchange, 200);
            });
    context.setAuthenticator(
        new BasicAuthenticator("realm") {
          @Override
          public boolean checkCredentials(String username, String password) {
            return true;
          }
        });
    String basic =
        Base64.getEncoder().encodeToString("alice:secret".getBytes(StandardCharsets.UTF_8));
    get("/", "Basic " + basic);
    assertThat(inbound(seen.remove()).authenticated()).isEqualTo("alice");
  }

  @Test
  void requestAnsweredByAnotherThreadLastsUntilThen() throws Exception {
    CompletableFuture<HttpExchange> left = new CompletableFuture<>();
    serve(
        exchange -> {
          seen.add(top());
          left.complete(exchange);
        });
    CompletableFuture<HttpResponse<String>> response = send("/", "Bearer opaque-credential-async");
    HttpExchange exchange = left.get(10, TimeUnit.SECONDS);
    ExecutorFrame frame = seen.remove();
    assertThat(frame.origin().ended()).isFalse();
    answer(exchange, 202);
    assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    assertThat(departures()).hasSize(1);
    assertThat(frame.origin().ended()).isTrue();
  }

  @Test
  void serverErrorIsAnErrorAndClientErrorIsNone() throws Exception {
    serve(
        exchange ->
            answer(exchange, exchange.getRequestURI().getPath().equals("/bad") ? 500 : 404));
    get("/bad", null);
    get("/missing", null);
    assertThat(departures()).extracting(d -> d.errorType()).containsExactly("500", null);
  }

  private HttpContext serve(HttpHandler handler) {
    return server.createContext("/", handler);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    return send(path, authorization).get(20, TimeUnit.SECONDS);
  }

  private CompletableFuture<HttpResponse<String>> send(String path, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A client may have its answer before the server's thread has left the handler. */
  private static List<CallOutcome> departures() {
    await().until(() -> AGENT.inboundCalls().stream().noneMatch(c -> c.departures().isEmpty()));
    return AGENT.inboundCalls().stream().flatMap(call -> call.departures().stream()).toList();
  }

  private static ExecutorFrame top() {
    return FrameStack.current().top();
  }

  private static InboundCall inbound(ExecutorFrame frame) {
    return (InboundCall) frame.facts();
  }
}
