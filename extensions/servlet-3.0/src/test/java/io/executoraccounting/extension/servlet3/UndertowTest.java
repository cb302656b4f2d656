/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.testing.http.LoopbackCertificate;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

class UndertowTest extends ServletContract {
  @Test
  void certificateOfTheClientIsItsPeerCredential(@TempDir Path directory) throws Exception {
    SSLContext context = LoopbackCertificate.make(directory).context();
    Undertow server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(2)
            .addHttpsListener(0, "127.0.0.1", context)
            .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUIRED)
            .setHandler(
                handler(
                    new HttpServlet() {
                      private static final long serialVersionUID = 1L;

                      @Override
                      protected void doGet(
                          HttpServletRequest request, HttpServletResponse response) {
                        response.setStatus(204);
                      }
                    },
                    new Passing()))
            .build();
    server.start();
    try {
      URI uri = URI.create("https://127.0.0.1:" + port(server) + "/");
      HttpClient.newBuilder()
          .sslContext(context)
          .build()
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    } finally {
      server.stop();
    }
    CredentialUse peer = AGENT.onlyInboundCall().call().peer();
    assertThat(peer.kind()).isEqualTo(CredentialKind.X509);
    assertThat(peer.publicId()).isNotNull();
  }

  @Override
  Container start(HttpServlet servlet, Filter filter) throws Exception {
    Undertow server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(4)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(handler(servlet, filter))
            .build();
    server.start();
    return new Container() {
      @Override
      public int port() {
        return UndertowTest.port(server);
      }

      @Override
      public void close() throws Exception {
        server.stop();
      }
    };
  }

  private static HttpHandler handler(HttpServlet servlet, Filter filter) throws ServletException {
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(UndertowTest.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("contract")
            .addFilter(
                Servlets.filter("filter", filter.getClass(), new ImmediateInstanceFactory<>(filter))
                    .setAsyncSupported(true))
            .addFilterUrlMapping("filter", "/*", DispatcherType.REQUEST)
            .addServlet(
                Servlets.servlet(
                        "servlet", servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
                    .addMapping("/*")
                    .setAsyncSupported(true));
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    return manager.start();
  }

  private static int port(Undertow server) {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
