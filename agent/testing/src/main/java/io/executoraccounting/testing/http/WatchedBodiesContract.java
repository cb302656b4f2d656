/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.testing.RecordingWatch;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the extension of every HTTP client does with the bodies of requests that are watched, and
 * what the application sees of it: nothing. A client's test extends it, with a static method {@code
 * wholeWays} that gives the ways in which both bodies pass whole.
 */
public abstract class WatchedBodiesContract {
  private final WovenAgent agent;
  private final BodyWays ways;
  private final Map<String, RecordingWatch> watches = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private RawHttpServer server;

  protected WatchedBodiesContract(WovenAgent agent, BodyWays ways) {
    this.agent = agent;
    this.ways = ways;
  }

  @BeforeEach
  void startServer() throws IOException {
    server = new RawHttpServer();
    server.answer(BodyAnswer::byPath);
    watchAll();
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  protected final RawHttpServer server() {
    return server;
  }

  /** The last watch of a request to that path. */
  protected final RecordingWatch watch(String path) {
    RecordingWatch watch = watches.get(path);
    if (watch == null) {
      throw new AssertionError("no request to " + path + " was seen");
    }
    return watch;
  }

  @ParameterizedTest
  @MethodSource("wholeWays")
  void showsBothBodies(BodyWay way) throws Exception {
    for (BodyAnswer answer :
        List.of(BodyAnswer.SMALL, BodyAnswer.CHUNKED, BodyAnswer.UNTIL_CLOSE, BodyAnswer.LARGE)) {
      byte[] body = exchange(way, answer.path());

      RecordingWatch watch = watch(answer.path());
      assertThat(watch.requested()).isEqualTo(text(BodyOutcomes.FORM));
      assertThat(watch.answered()).isEqualTo(text(body));
      assertThat(watch.story()).isEqualTo("sent described 200 received ended");
      assertThat(watch.wasShared()).isFalse();
    }
    assertThat(agent.calls())
        .hasSize(4)
        .allSatisfy(call -> assertThat(call.call().operation()).isEqualTo("watched"));
  }

  @ParameterizedTest
  @MethodSource("wholeWays")
  void showsLongRequests(BodyWay way) throws Exception {
    byte[] form = BodyAnswer.json(30_000).getBytes(UTF_8);
    way.exchanging().exchange(server.uri(BodyAnswer.SMALL.path()), form);

    assertThat(watch(BodyAnswer.SMALL.path()).requested()).isEqualTo(text(form));
  }

  @ParameterizedTest
  @MethodSource("wholeWays")
  void saysThatARequestWasRefused(BodyWay way) throws Exception {
    assertThat(text(exchange(way, BodyAnswer.REFUSED.path()))).contains("invalid_grant");

    assertThat(watch(BodyAnswer.REFUSED.path()).story()).startsWith("sent described 400");
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("400");
  }

  @Test
  void asksOnceForEachRequest() throws Exception {
    BodyWay way = ways.ways().get(0);
    exchange(way, BodyAnswer.SMALL.path());
    exchange(way, BodyAnswer.CHUNKED.path());

    URI base = server.uri("/");
    assertThat(asked)
        .containsExactly(
            "POST http 127.0.0.1 " + base.getPort() + " /token/small form",
            "POST http 127.0.0.1 " + base.getPort() + " /token/chunked form");
  }

  @Test
  void doesNotMixRequestsThatRunAtOnce() throws Exception {
    server.answer(request -> RawResponse.of(200).withBody("{" + request.body() + "}"));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> running = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String id = "n" + i;
        BodyWay way = ways.ways().get(0);
        running.add(
            pool.submit(
                () -> way.exchanging().exchange(server.uri("/token/" + id), id.getBytes(UTF_8))));
      }
      for (Future<byte[]> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }

    for (int i = 0; i < 200; i++) {
      RecordingWatch watch = watch("/token/n" + i);
      assertThat(watch.requested()).isEqualTo("n" + i);
      assertThat(watch.answered()).isEqualTo("{n" + i + "}");
      assertThat(watch.wasShared()).isFalse();
    }
  }

  @Test
  void changesNothingThatTheApplicationOrTheServerSees() throws Exception {
    List<String> without = BodyOutcomes.inFreshJvm(ways.getClass(), server.uri("/"));
    List<RawRequest> requestsWithout = wholeRequests();
    server.answer(BodyAnswer::byPath);
    List<String> with = BodyOutcomes.here(ways, server.uri("/"));

    assertThat(with).isEqualTo(without).anyMatch(outcome -> outcome.contains("Exception"));
    assertThat(wholeRequests()).isEqualTo(requestsWithout);
    assertThat(watches).hasSize(BodyAnswer.values().length);
  }

  private List<RawRequest> wholeRequests() {
    return server.requests().stream().filter(BodyOutcomes::isWhole).toList();
  }

  private void watchAll() {
    agent.watchGrants(
        (method, scheme, host, port, path, headers) -> {
          String type = String.valueOf(headers.get("Content-Type"));
          boolean form = type.equals("application/x-www-form-urlencoded");
          asked.add(
              String.join(
                  " ", method, scheme, host, "" + port, path, form ? "form" : "not a form"));
          RecordingWatch watch = new RecordingWatch();
          watches.put(String.valueOf(path), watch);
          return watch;
        });
  }

  private byte[] exchange(BodyWay way, String path) throws Exception {
    return way.exchanging().exchange(server.uri(path), BodyOutcomes.FORM);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
