/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request whose body waits for the server's leave: RFC 9110 s10.1.1. */
class ExpectContinueTest {
  @RegisterExtension
  static final WovenAgent agent = WovenAgent.with(new HttpUrlConnectionExtension());

  @Test
  void doesNotTakeTheLeaveForTheResponse() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture.runAsync(() -> answer(server, "100 Continue", "201 Created"));
      HttpURLConnection connection = expecting(server);
      connection.getOutputStream().write('a');

      assertThat(connection.getResponseCode()).isEqualTo(201);
    }
    assertThat(agent.onlyCall().outcome().conventions())
        .containsEntry("http.response.status_code", 201L);
  }

  @Test
  void takesARefusalForTheResponse() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture.runAsync(() -> answer(server, "417 Expectation Failed"));
      HttpURLConnection connection = expecting(server);

      assertThat(catchException(connection::getOutputStream)).isInstanceOf(IOException.class);
    }
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("417");
  }

  private static HttpURLConnection expecting(ServerSocket server) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/users")
                .toURL()
                .openConnection();
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(1);
    connection.setRequestProperty("Expect", "100-Continue");
    return connection;
  }

  /** One answer after the head, and one after the single byte of the body. */
  private static void answer(ServerSocket server, String... statuses) {
    try (Socket connection = server.accept()) {
      InputStream in = connection.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      write(connection, statuses[0]);
      if (statuses.length > 1) {
        in.read();
        write(connection, statuses[1] + "\r\nContent-Length: 0");
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Socket connection, String statusAndHeaders) throws IOException {
    connection
        .getOutputStream()
        .write(("HTTP/1.1 " + statusAndHeaders + "\r\n\r\n").getBytes(ISO_8859_1));
  }
}
