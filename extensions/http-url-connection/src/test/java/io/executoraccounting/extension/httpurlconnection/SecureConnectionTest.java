/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.executoraccounting.testing.RecordingWatch;
import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.LoopbackCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, which the JDK does with classes of its own around those of HTTP. */
class SecureConnectionTest {
  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new HttpUrlConnectionExtension());

  private LoopbackCertificate certificate;
  private HttpsServer server;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    certificate = LoopbackCertificate.make(directory);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 16);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.createContext(
        "/echo",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getRequestBody().transferTo(exchange.getResponseBody());
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void recordsARequestOnce() throws Exception {
    HttpsURLConnection connection = open();
    connection.setSSLSocketFactory(certificate.context().getSocketFactory());
    connection.setRequestProperty("Authorization", "Basic YWxpY2U6aHVudGVyMg==");

    assertThat(connection.getResponseCode()).isEqualTo(204);
    assertThat(agent.onlyCall().call().conventions())
        .containsEntry(
            "url.full", "https://127.0.0.1:" + server.getAddress().getPort() + "/users/{id}");
    assertThat(agent.onlyCall().call().credential().principal()).isEqualTo("basic:alice");
  }

  @Test
  void showsBothBodies() throws Exception {
    RecordingWatch watch = new RecordingWatch();
    agent.watchGrants((method, scheme, host, port, path, headers) -> watch);
    HttpsURLConnection connection = open("/echo", Proxy.NO_PROXY);
    connection.setSSLSocketFactory(certificate.context().getSocketFactory());
    connection.setDoOutput(true);
    connection.getOutputStream().write("a=1".getBytes(UTF_8));

    assertThat(connection.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("a=1");
    assertThat(watch.requested()).isEqualTo("a=1");
    assertThat(watch.answered()).isEqualTo("a=1");
  }

  @Test
  void recordsAHandshakeThatFails() throws Exception {
    HttpsURLConnection connection = open();

    assertThat(catchException(connection::getResponseCode))
        .isInstanceOf(SSLHandshakeException.class);
    assertThat(agent.onlyCall().outcome().errorType())
        .isEqualTo("javax.net.ssl.SSLHandshakeException");
  }

  @Test
  void doesNotTakeTheTunnelsResponseForTheServers() throws Exception {
    try (CuttableTunnel tunnel = new CuttableTunnel(server.getAddress())) {
      SSLSocketFactory sockets = certificate.context().getSocketFactory();
      for (int i = 0; i < 2; i++) {
        HttpsURLConnection connection = open("/users/7", tunnel.proxy());
        connection.setSSLSocketFactory(sockets);
        assertThat(connection.getResponseCode()).isEqualTo(204);
        tunnel.cutWhenUsed();
      }
      assertThat(tunnel.opened()).isEqualTo(2);
    }
    assertThat(agent.calls())
        .hasSize(2)
        .allSatisfy(
            call ->
                assertThat(call.outcome().conventions())
                    .containsEntry("http.response.status_code", 204L));
  }

  private HttpsURLConnection open() throws Exception {
    return open("/users/7", Proxy.NO_PROXY);
  }

  private HttpsURLConnection open(String path, Proxy proxy) throws Exception {
    URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + path);
    return (HttpsURLConnection) uri.toURL().openConnection(proxy);
  }
}
