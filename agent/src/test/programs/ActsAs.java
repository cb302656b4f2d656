/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
import com.sun.net.httpserver.HttpServer;
import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;

/** Calls its own server as an agent that the API names, and says which loader has the API. */
public final class ActsAs {
  private ActsAs() {}

  public static void main(String[] arguments) throws Exception {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    int status =
        ExecutorAccounting.callAs(ExecutorIdentity.agent("support-bot"), () -> call(port));
    server.stop(0);
    System.out.println("answered " + status);
    System.out.println("loader " + ExecutorAccounting.class.getClassLoader());
  }

  private static int call(int port) throws IOException {
    URL url = new URL("http://127.0.0.1:" + port + "/tickets/7");
    return ((HttpURLConnection) url.openConnection()).getResponseCode();
  }
}
