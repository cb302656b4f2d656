/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchException;
import static org.awaitility.Awaitility.await;

import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.RawHttpServer;
import io.executoraccounting.testing.http.RawResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a call is over, whose it is, and that the application sees nothing of it. */
class CallLifecycleTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  private final CountDownLatch leave = new CountDownLatch(1);
  private RawHttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RawHttpServer();
  }

  @AfterEach
  void stop() throws IOException {
    leave.countDown();
    server.close();
  }

  @Test
  void endsWhenTheResponseHasArrived() throws Exception {
    server.answer(request -> afterLeave());
    CompletableFuture<HttpResponse<String>> response = sendAsync(client().build());
    await().until(() -> server.requests().size() == 1);
    assertThat(agent.calls()).isEmpty();

    leave.countDown();
    response.get();
    assertThat(agent.onlyCall().outcome().conventions())
        .containsEntry("network.protocol.version", "1.1");
  }

  @Test
  void addsNoDependentToTheApplicationsFuture() throws Exception {
    server.answer(request -> afterLeave());
    CompletableFuture<HttpResponse<String>> response = sendAsync(client().build());

    assertThat(response.getNumberOfDependents()).isZero();
    leave.countDown();
    response.get();
  }

  @Test
  void believesTheFramesOfTheThreadThatCalled() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      HttpClient client = client().executor(pool).build();
      ExecutorAccounting.callAs(ExecutorIdentity.agent("first"), () -> sendAsync(client)).get();
      ExecutorAccounting.callAs(ExecutorIdentity.agent("second"), () -> sendAsync(client)).get();

      assertThat(agent.calls())
          .extracting(call -> call.frames().top().identity().id())
          .containsExactly("agent:first", "agent:second");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void leavesNoFrameOnTheClientsThreads() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      HttpClient client = client().executor(pool).build();
      ExecutorAccounting.callAs(ExecutorIdentity.agent("first"), () -> sendAsync(client)).get();

      assertThat(pool.submit(FrameStack::current).get()).isSameAs(FrameContext.EMPTY);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void endsACallThatTimesOut() throws Exception {
    server.answer(request -> afterLeave());
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/slow")).timeout(Duration.ofMillis(100)).build();

    assertThat(catchException(() -> client().build().send(request, BodyHandlers.ofString())))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(agent.onlyCall().outcome().errorType())
        .isEqualTo("java.net.http.HttpTimeoutException");
  }

  @Test
  void endsACallThatIsCancelled() throws Exception {
    server.answer(request -> afterLeave());
    CompletableFuture<HttpResponse<String>> response = sendAsync(client().build());
    await().until(() -> server.requests().size() == 1);
    response.cancel(true);

    await().until(() -> agent.calls().size() == 1);
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("java.io.IOException");
  }

  @Test
  void endsACallThatThePoolRefuses() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.shutdownNow();
    HttpClient client = client().executor(pool).build();

    assertThatThrownBy(() -> sendAsync(client)).isInstanceOf(RejectedExecutionException.class);
    assertThat(agent.onlyCall().outcome().errorType())
        .isEqualTo(RejectedExecutionException.class.getName());
  }

  @Test
  void readsTheCookieThatTheClientAdds() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpCookie cookie = new HttpCookie("SESSION", "abc");
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(server.uri("/"), cookie);

    sendAsync(client().cookieHandler(cookies).build()).get();
    assertThat(server.requests().get(0).header("Cookie")).isEqualTo("SESSION=abc");
    assertThat(agent.onlyCall().call().credential().kind())
        .isEqualTo(CredentialKind.SESSION_COOKIE);
  }

  @Test
  void endsACallThatACookieHandlerRefuses() throws Exception {
    CookieHandler refusing =
        new CookieManager() {
          @Override
          public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers)
              throws IOException {
            throw new FileNotFoundException("no jar of cookies");
          }
        };

    assertThatThrownBy(() -> sendAsync(client().cookieHandler(refusing).build()).get())
        .hasCauseInstanceOf(FileNotFoundException.class);
    assertThat(server.requests()).isEmpty();
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("java.io.FileNotFoundException");
  }

  @Test
  void recordsTheSecondAttemptOnADeadConnectionWithTheFirst() throws Exception {
    HttpClient client = client().build();
    sendAsync(client).get();
    server.answer(
        request -> server.requests().size() == 1 ? RawResponse.NONE : RawResponse.of(200));
    sendAsync(client).get();

    assertThat(server.requests()).hasSize(2);
    assertThat(agent.calls()).hasSize(2);
    assertThat(agent.calls().get(1).outcome().errorType()).isNull();
  }

  @Test
  void recordsTheHandshakeOfAWebSocket() {
    server.answer(request -> RawResponse.of(403));
    String uri = server.uri("/socket/7").toString().replace("http:", "ws:");

    assertThat(
            catchException(
                () ->
                    client()
                        .build()
                        .newWebSocketBuilder()
                        .header("Authorization", "Basic YWxpY2U6aHVudGVyMg==")
                        .buildAsync(URI.create(uri), new WebSocket.Listener() {})
                        .join()))
        .isNotNull();
    assertThat(agent.onlyCall().call().resource()).isEqualTo("/socket/{id}");
    assertThat(agent.onlyCall().call().credential().principal()).isEqualTo("basic:alice");
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("403");
  }

  private RawResponse afterLeave() {
    try {
      leave.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return RawResponse.of(200);
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder().version(HTTP_1_1);
  }

  private CompletableFuture<HttpResponse<String>> sendAsync(HttpClient client) {
    return client.sendAsync(
        HttpRequest.newBuilder(server.uri("/users")).build(), BodyHandlers.ofString());
  }
}
