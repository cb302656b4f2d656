/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.javahttpclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.RecordingWatch;
import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.BodyWay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies over HTTP/2, whose frames arrive on one thread for all requests of a connection. */
class Http2BodiesTest {
  @RegisterExtension static final WovenAgent agent = WovenAgent.with(new JavaHttpClientExtension());

  private final Map<String, RecordingWatch> watches = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Http2Server server;

  @BeforeEach
  void start() throws Exception {
    server = new Http2Server(new Echo());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  static Stream<BodyWay> wholeWays() {
    return new ClientBodyWays().ways().stream().filter(BodyWay::complete);
  }

  @ParameterizedTest
  @MethodSource("wholeWays")
  void showsBothBodies(BodyWay named) throws Exception {
    connect();
    watchAll();
    byte[] body = "grant_type=refresh_token&n=0123456789".repeat(30_000).getBytes(UTF_8);

    byte[] read = way(named).exchanging().exchange(server.base().resolve("/a"), body);

    RecordingWatch watch = watches.get("/a");
    assertThat(watch.requested()).isEqualTo(new String(body, ISO_8859_1));
    assertThat(watch.answered()).isEqualTo(new String(read, ISO_8859_1)).startsWith("{\"grant");
    assertThat(watch.story()).contains("200 ").endsWith("ended");
    assertThat(watch.wasShared()).isFalse();
    assertThat(agent.calls().get(1).call().operation()).isEqualTo("watched");
  }

  @Test
  void showsTheResponseToTheRequestThatUpgrades() throws Exception {
    watchAll();
    connect();

    assertThat(watches.get("/first").answered()).isEqualTo("{\"\"}");
    // The frames may be read before the client has looked at their head, which is when it is asked.
    assertThat(watches.get("/first").story().replace("described ", ""))
        .containsPattern("200 (received )+ended");
  }

  @Test
  void doesNotMixRequestsThatShareAConnection() throws Exception {
    connect();
    watchAll();
    List<CompletableFuture<?>> running = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      running.add(client.sendAsync(post("/n" + i, "n" + i), BodyHandlers.ofString()));
    }
    for (CompletableFuture<?> each : running) {
      each.get();
    }

    for (int i = 0; i < 100; i++) {
      RecordingWatch watch = watches.get("/n" + i);
      assertThat(watch.requested()).isEqualTo("n" + i);
      assertThat(watch.answered()).isEqualTo("{\"n" + i + "\"}");
      assertThat(watch.wasShared()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("io.executoraccounting.extension.javahttpclient.Http2BodiesTest#partialWays")
  void leavesTheConnectionUsableByOthers(BodyWay named) throws Exception {
    connect();
    watchAll();
    String outcome = outcome(way(named));
    agent.watchGrants((method, scheme, host, port, path, headers) -> null);

    assertThat(outcome).isEqualTo(outcome(way(named)));
    assertThat(client.send(post("/b", "b=1"), BodyHandlers.ofString()).body())
        .isEqualTo("{\"b=1\"}");
  }

  static Stream<BodyWay> partialWays() {
    return new ClientBodyWays().ways().stream().filter(way -> !way.complete());
  }

  private String outcome(BodyWay way) {
    try {
      byte[] body = "a=1".getBytes(UTF_8);
      return new String(way.exchanging().exchange(server.base().resolve("/a"), body), ISO_8859_1);
    } catch (Exception e) {
      Throwable cause = e.getCause();
      return e.getClass() + " of " + (cause == null ? "none" : cause.getClass());
    }
  }

  /** The way of that name with this client. */
  private BodyWay way(BodyWay named) {
    return new ClientBodyWays(client)
        .ways().stream().filter(way -> way.name().equals(named.name())).findAny().orElseThrow();
  }

  private void connect() throws Exception {
    HttpRequest first = HttpRequest.newBuilder(server.base().resolve("/first")).build();
    assertThat(client.send(first, BodyHandlers.discarding()).version())
        .isEqualTo(HttpClient.Version.HTTP_2);
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(server.base().resolve(path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void watchAll() {
    agent.watchGrants(
        (method, scheme, host, port, path, headers) -> {
          RecordingWatch watch = new RecordingWatch();
          watches.put(String.valueOf(path), watch);
          return watch;
        });
  }

  /** Answers with the request's body as a string of JSON. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      try (InputStream in = Content.Source.asInputStream(request)) {
        in.transferTo(body);
      }
      HttpFields.Mutable headers = response.getHeaders();
      headers.put("Content-Type", "application/json");
      String json = "{\"" + body.toString(ISO_8859_1) + "\"}";
      response.write(true, ByteBuffer.wrap(json.getBytes(ISO_8859_1)), callback);
      return true;
    }
  }
}
