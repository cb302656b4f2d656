/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands before a server and keeps every byte that clients send it. */
final class WireTap implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final List<ByteArrayOutputStream> connections = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();

  private WireTap(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  static WireTap before(String url) throws IOException {
    WireTap tap =
        new WireTap(
            new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), URI.create(url).getPort());
    start(tap::accept);
    return tap;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  synchronized void forget() {
    connections.forEach(ByteArrayOutputStream::reset);
  }

  /** Each request as it was sent, in no particular order. */
  synchronized List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (ByteArrayOutputStream connection : connections) {
      String sent = connection.toString(StandardCharsets.ISO_8859_1);
      if (!sent.isEmpty()) {
        requests.addAll(List.of(sent.split("(?=(?:GET|POST) /\\S* HTTP/1\\.1\r\n)")));
      }
    }
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (this) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      ByteArrayOutputStream sent = new ByteArrayOutputStream();
      synchronized (this) {
        connections.add(sent);
        sockets.addAll(List.of(client, upstream));
      }
      start(() -> copy(client, upstream, sent));
      start(() -> copy(upstream, client, OutputStream.nullOutputStream()));
    }
  }

  private void copy(Socket from, Socket to, OutputStream record) throws IOException {
    byte[] buffer = new byte[8192];
    InputStream in = from.getInputStream();
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      synchronized (this) {
        record.write(buffer, 0, read);
      }
      to.getOutputStream().write(buffer, 0, read);
    }
    to.shutdownOutput();
  }

  /** A socket that is closed under its thread ends the thread: that is how a tap is closed. */
  private static void start(SocketTask task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            },
            "wire-tap");
    thread.setDaemon(true);
    thread.start();
  }

  private interface SocketTask {
    void run() throws IOException;
  }
}
