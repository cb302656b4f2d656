/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.executoraccounting.testing.RecordingWatch;
import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.RawHttpServer;
import io.executoraccounting.testing.http.RawResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which request a watch is of. */
class WatchLifecycleTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  private final HttpClient client = HttpClient.newBuilder().version(HTTP_1_1).build();
  private final List<RecordingWatch> watches = new CopyOnWriteArrayList<>();
  private RawHttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RawHttpServer();
    server.answer(request -> RawResponse.of(200).withBody("{}"));
    agent.watchGrants(
        (method, scheme, host, port, path, headers) -> {
          if (!String.valueOf(path).startsWith("/token")) {
            return null;
          }
          watches.add(new RecordingWatch());
          return watches.get(watches.size() - 1);
        });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void eachAttemptToSendIsWatchedAnew() throws Exception {
    get("/first");
    server.answer(
        request ->
            server.requests().size() == 1 ? RawResponse.NONE : RawResponse.of(200).withBody("{}"));
    get("/token");

    assertThat(server.requests()).hasSize(2);
    assertThat(watches).extracting(RecordingWatch::requested).containsExactly("a=1", "a=1");
    assertThat(watches).extracting(RecordingWatch::answered).containsExactly("", "{}");
    assertThat(agent.calls()).hasSize(2);
  }

  @Test
  void watchesNoOtherResponseThatComesToTheSameReceiver() throws Exception {
    Receiver receiver = new Receiver();
    server.answer(
        request ->
            request.line().endsWith("/token")
                ? RawResponse.of(200).with("Content-Length", "99").withBody("first")
                : RawResponse.of(200).withBody("second"));
    HttpRequest watched = HttpRequest.newBuilder(server.uri("/token")).build();
    HttpRequest other = HttpRequest.newBuilder(server.uri("/other")).build();

    assertThat(catchException(() -> client.send(watched, info -> receiver)))
        .isInstanceOf(IOException.class);
    receiver.body = new CompletableFuture<>();
    client.send(other, info -> receiver);
    assertThat(receiver.received).hasSize(2);
    assertThat(watches.get(0).answered()).isEqualTo("first");
  }

  /** With a body, since this client repeats no other method by itself. */
  private void get(String path) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    client.send(
        request.method("GET", BodyPublishers.ofString("a=1")).build(), BodyHandlers.discarding());
  }

  /** May be used for several responses, one after the other. */
  private static final class Receiver implements BodySubscriber<String> {
    private final List<List<ByteBuffer>> received = new ArrayList<>();
    private volatile CompletableFuture<String> body = new CompletableFuture<>();

    @Override
    public CompletionStage<String> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
      received.add(part);
    }

    @Override
    public void onError(Throwable thrown) {
      body.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
      body.complete("");
    }
  }
}
