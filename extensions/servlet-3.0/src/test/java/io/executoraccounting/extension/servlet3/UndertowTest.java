/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.servlet3;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.net.InetSocketAddress;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.http.HttpServlet;

class UndertowTest extends ServletContract {
  @Override
  Container start(HttpServlet servlet, Filter filter) throws Exception {
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
    Undertow server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(4)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(manager.start())
            .build();
    server.start();
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return new Container() {
      @Override
      public int port() {
        return port;
      }

      @Override
      public void close() throws Exception {
        manager.stop();
        server.stop();
      }
    };
  }
}
