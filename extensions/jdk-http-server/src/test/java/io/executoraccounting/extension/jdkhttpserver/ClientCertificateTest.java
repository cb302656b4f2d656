/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdkhttpserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.testing.WovenAgent;
import io.executoraccounting.testing.http.LoopbackCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTest {
  @RegisterExtension static final WovenAgent AGENT = WovenAgent.with(new JdkHttpServerExtension());

  @Test
  void certificateOfTheClientIsItsPeerCredential(@TempDir Path directory) throws Exception {
    CredentialUse peer = peerOfOneRequest(directory, true);
    assertThat(peer.kind()).isEqualTo(CredentialKind.X509);
    assertThat(peer.publicId()).isNotNull();
  }

  @Test
  void clientWithoutCertificateHasNoPeerCredential(@TempDir Path directory) throws Exception {
    assertThat(peerOfOneRequest(directory, false)).isNull();
  }

  private static CredentialUse peerOfOneRequest(Path directory, boolean needed) throws Exception {
    SSLContext context = LoopbackCertificate.make(directory).context();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(needed);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
      HttpClient.newBuilder()
          .sslContext(context)
          .build()
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    } finally {
      server.stop(0);
    }
    return AGENT.onlyInboundCall().call().peer();
  }
}
