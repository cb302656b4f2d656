/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * Receives OTLP over HTTP with protobuf, also compressed, on a free port of the loopback. It can be
 * told to fail or to hang. Everything that came over the wire is kept.
 */
public final class OtlpReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final ReceivedSpans spans = new ReceivedSpans();
  private final ReceivedSums sums = new ReceivedSums();
  private final List<Map<String, List<String>>> headers = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean hanging;

  private OtlpReceiver(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  public static OtlpReceiver start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    OtlpReceiver receiver = new OtlpReceiver(HttpServer.create(address, 0), threads);
    receiver.server.createContext(
        "/v1/traces",
        exchange ->
            receiver.handle(
                exchange, body -> receiver.spans.add(ExportTraceServiceRequest.parseFrom(body))));
    receiver.server.createContext(
        "/v1/metrics",
        exchange ->
            receiver.handle(
                exchange, body -> receiver.sums.add(ExportMetricsServiceRequest.parseFrom(body))));
    receiver.server.setExecutor(threads);
    receiver.server.start();
    return receiver;
  }

  /** The value for {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public ReceivedSpans spans() {
    return spans;
  }

  public ReceivedSums sums() {
    return sums;
  }

  /** The headers of each request so far, also of those that were refused. */
  public synchronized List<Map<String, List<String>>> headers() {
    return List.copyOf(headers);
  }

  /** All bodies so far, uncompressed: what a canary is searched in. */
  public synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  /**
   * Answers with that status from now on; what comes with another than 200 is not kept as spans.
   */
  public void respondWith(int status) {
    this.status = status;
  }

  /** Answers nothing from now on, until it is closed. */
  public void hang() {
    hanging = true;
  }

  private void handle(HttpExchange exchange, Signal signal) throws IOException {
    byte[] body = body(exchange);
    synchronized (this) {
      headers.add(Map.copyOf(exchange.getRequestHeaders()));
      bytes.writeBytes(body);
    }
    if (hanging) {
      awaitRelease();
    }
    int answer = status;
    if (answer == 200) {
      signal.accept(body);
    }
    byte[] response = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(answer, response.length == 0 ? -1 : response.length);
    exchange.getResponseBody().write(response);
    exchange.close();
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream plain = zipped ? new GZIPInputStream(raw) : raw) {
      return plain.readAllBytes();
    }
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** What becomes of a request's body. */
  private interface Signal {
    void accept(byte[] body) throws IOException;
  }
}
