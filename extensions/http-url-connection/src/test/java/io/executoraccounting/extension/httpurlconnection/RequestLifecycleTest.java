/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.RawHttpServer;
import io.executoraccounting.testing.http.RawResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The orders in which a connection may be used, and what goes wrong on the way. */
class RequestLifecycleTest {
  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new HttpUrlConnectionExtension());

  private RawHttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RawHttpServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void recordsAStreamedRequestOnce() throws Exception {
    HttpURLConnection connection = open("/users");
    connection.setRequestProperty("Authorization", "Bearer 0123456789abcdef");
    connection.setDoOutput(true);
    connection.setChunkedStreamingMode(16);
    try (OutputStream out = connection.getOutputStream()) {
      out.write("name=somebody&more=than-a-chunk".getBytes(UTF_8));
    }

    assertThat(connection.getResponseCode()).isEqualTo(200);
    assertThat(agent.onlyCall().call().operation()).isEqualTo("POST");
    assertThat(agent.onlyCall().call().credential().kind()).isEqualTo(CredentialKind.OPAQUE_BEARER);
  }

  @Test
  void endsAStreamedRequestThatWasNotWrittenWhole() throws Exception {
    HttpURLConnection connection = open("/users");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(10);
    connection.getOutputStream().write('a');

    assertThat(catchException(connection::getInputStream)).isInstanceOf(IOException.class);
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("java.io.IOException");
  }

  @Test
  void endsARequestWhoseResponseNobodyLooksFor() throws Exception {
    HttpURLConnection connection = open("/users");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(1);
    connection.getOutputStream().write('a');
    connection.disconnect();

    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("disconnected");
  }

  @Test
  void recordsNothingWhereNothingWasSent() throws Exception {
    HttpURLConnection connection = open("/users");
    connection.connect();
    connection.disconnect();

    assertThat(agent.calls()).isEmpty();
  }

  @Test
  void recordsOneRequestThatWasConnectedBefore() throws Exception {
    HttpURLConnection connection = open("/users");
    connection.connect();
    connection.getInputStream().close();
    connection.getInputStream();
    connection.getHeaderFields();
    connection.disconnect();

    assertThat(agent.calls()).hasSize(1);
  }

  @Test
  void recordsTheSecondAttemptOnADeadConnectionWithTheFirst() throws Exception {
    UrlConnectionSender.statusOf(open("/first"));
    server.answer(
        request -> server.requests().size() == 1 ? RawResponse.NONE : RawResponse.of(200));
    UrlConnectionSender.statusOf(open("/second"));

    assertThat(server.requests()).hasSize(2);
    assertThat(agent.calls()).hasSize(2);
    assertThat(agent.calls().get(1).outcome().errorType()).isNull();
  }

  @Test
  void namesTheServerBehindAProxy() throws Exception {
    URI target = URI.create("http://api.example.test/users/7");
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection(proxy());
    UrlConnectionSender.statusOf(connection);

    assertThat(server.requests().get(0).line()).isEqualTo("GET " + target);
    assertThat(agent.onlyCall().call().host()).isEqualTo("api.example.test");
  }

  @Test
  void recordsATunnelThatTheProxyRefuses() throws Exception {
    server.answer(request -> RawResponse.of(403));
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("https://api.example.test/users").toURL().openConnection(proxy());

    assertThat(catchException(connection::getInputStream)).isInstanceOf(IOException.class);
    assertThat(agent.onlyCall().call().host()).isEqualTo("api.example.test");
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("java.io.IOException");
  }

  private Proxy proxy() {
    return new Proxy(
        Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", server.uri("/").getPort()));
  }

  private HttpURLConnection open(String path) throws IOException {
    return (HttpURLConnection) server.uri(path).toURL().openConnection();
  }
}
