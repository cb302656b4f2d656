/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.httpurlconnection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy that tunnels to one server, and closes a tunnel when it is used once too often. */
final class CuttableTunnel implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 16, InetAddress.getByName("127.0.0.1"));
  private final AtomicInteger opened = new AtomicInteger();
  private final InetSocketAddress server;
  private volatile boolean cut;

  CuttableTunnel(InetSocketAddress server) throws IOException {
    this.server = server;
    daemon(this::accept);
  }

  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", socket.getLocalPort()));
  }

  /** Whatever is sent next on a tunnel that is open closes it; the one after that works again. */
  void cutWhenUsed() {
    cut = true;
  }

  int opened() {
    return opened.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        daemon(() -> tunnel(client));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void tunnel(Socket client) {
    try (client;
        Socket target = new Socket(server.getAddress(), server.getPort())) {
      InputStream in = client.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      opened.incrementAndGet();
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
      daemon(() -> pump(target, client));
      pumpUntilCut(in, target.getOutputStream());
    } catch (IOException e) {
      return; // either end went away
    }
  }

  private void pumpUntilCut(InputStream in, OutputStream out) throws IOException {
    byte[] bytes = new byte[8192];
    int read = in.read(bytes);
    while (read >= 0 && !cut) {
      out.write(bytes, 0, read);
      read = in.read(bytes);
    }
    cut = false;
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      return; // either end went away
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "cuttable-tunnel");
    thread.setDaemon(true);
    thread.start();
  }
}
