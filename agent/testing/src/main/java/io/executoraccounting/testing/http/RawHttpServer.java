/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on a loopback socket, that keeps every byte it was sent. */
public final class RawHttpServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 256, InetAddress.getByName("127.0.0.1"));
  private final List<RawRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile Function<RawRequest, RawResponse> answer = request -> RawResponse.of(200);

  public RawHttpServer() throws IOException {
    daemon(this::accept, "raw-http-server");
  }

  /** A port on which nothing listens. */
  public static URI refused() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/users/7");
    }
  }

  /** What to answer from now on; forgets what was sent before. */
  public void answer(Function<RawRequest, RawResponse> answer) {
    this.answer = answer;
    requests.clear();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  /** In the order in which they were read. */
  public List<RawRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        daemon(() -> serve(connection), "raw-http-connection");
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      @Nullable RawRequest request = RawRequest.read(in, out);
      while (request != null) {
        requests.add(request);
        RawResponse response = answer.apply(request);
        if (response.status() != 0) {
          response.write(out);
        }
        if (response.isLast()) {
          return;
        }
        request = RawRequest.read(in, out);
      }
    } catch (IOException e) {
      return; // the client went away
    } finally {
      connections.remove(connection);
    }
  }

  private static void daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
