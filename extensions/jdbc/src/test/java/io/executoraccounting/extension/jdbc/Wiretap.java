/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands between one PostgreSQL client and its server and writes down who said what in turn. */
final class Wiretap implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Thread connected;
  private final StringBuilder turn = new StringBuilder();
  private final List<String> turns = new ArrayList<>();
  private char speaker = '>';

  Wiretap(int serverPort) throws IOException {
    connected = new Thread(() -> carry(serverPort), "wiretap");
    connected.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What client and server said, once the client has hung up. */
  List<String> turns() throws InterruptedException {
    connected.join();
    turns.add(speaker + turn.toString());
    return turns.stream().map(Wiretap::withoutProcess).toList();
  }

  /** BackendKeyData: the process that serves the connection, and what cancels it. */
  private static String withoutProcess(String turn) {
    return turn.replaceAll("(?s)K\0\0\0\f.{8}Z", "KZ");
  }

  private void carry(int serverPort) {
    try (Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      Thread answers = new Thread(() -> copy('<', server, client), "wiretap-answers");
      answers.start();
      copy('>', client, server);
      answers.join();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(char direction, Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        heard(direction, new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
        out.write(bytes, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException hungUp) {
      // The other side has gone; what was said until then is written down.
      return;
    }
  }

  private synchronized void heard(char direction, String said) {
    if (direction != speaker) {
      turns.add(speaker + turn.toString());
      turn.setLength(0);
      speaker = direction;
    }
    turn.append(said);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
