/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.testing.WovenAgent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HTTP/2, where many calls share one connection and one thread reads for all of them. */
class Http2Test {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
  private Http2Server server;
  private URI base;

  @BeforeEach
  void start() throws Exception {
    server =
        new Http2Server(
            new Handler.Abstract() {
              @Override
              public boolean handle(Request request, Response response, Callback callback) {
                if (request.getHttpURI().getPath().equals("/old")) {
                  Response.sendRedirect(request, response, callback, "/users/7");
                } else {
                  callback.succeeded();
                }
                return true;
              }
            });
    base = server.base();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void recordsTheRequestThatUpgradesOnce() throws Exception {
    assertThat(client.send(request("/users/7"), BodyHandlers.discarding()).version())
        .isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(agent.onlyCall().outcome().conventions())
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("network.protocol.version", "2");
  }

  @Test
  void recordsEachRequestOfARedirect() throws Exception {
    client.send(request("/users"), BodyHandlers.discarding());
    client.send(request("/old"), BodyHandlers.discarding());

    assertThat(agent.calls())
        .extracting(call -> call.call().resource())
        .containsExactly("/users", "/old", "/users/{id}");
    assertThat(agent.calls().get(2).call().credential().principal()).isEqualTo("basic:alice");
  }

  @Test
  void doesNotMixCallsThatShareAConnection() throws Exception {
    client.send(request("/users"), BodyHandlers.discarding());
    agent.calls().clear();
    List<CompletableFuture<HttpResponse<Void>>> responses = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String user = "user-" + (char) ('a' + i % 20);
      responses.add(
          ExecutorAccounting.callAs(
              ExecutorIdentity.agent(user),
              () -> client.sendAsync(request("/" + user, user), BodyHandlers.discarding())));
    }
    for (CompletableFuture<HttpResponse<Void>> response : responses) {
      assertThat(response.get().version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    assertThat(agent.calls())
        .hasSize(60)
        .allSatisfy(
            call -> {
              String user = call.call().resource().substring(1);
              assertThat(call.call().credential().principal()).isEqualTo("basic:" + user);
              assertThat(call.frames().top().identity().id()).isEqualTo("agent:" + user);
            });
  }

  private HttpRequest request(String path) {
    return request(path, "alice");
  }

  private HttpRequest request(String path, String user) {
    String login = Base64.getEncoder().encodeToString((user + ":x").getBytes(UTF_8));
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Basic " + login)
        .build();
  }
}
