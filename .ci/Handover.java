/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service of Java 8's time: a request arrives with a person's token, a pool's thread calls another
 * service with the service's own. Runs one round, or, given a file, rounds until that file is there.
 */
public final class Handover {
  private static final String PERSON = token("{\"iss\":\"https://idp.example\",\"sub\":\"alice\"}");
  private static final String SERVICE =
      token("{\"iss\":\"https://idp.example\",\"sub\":\"billing\",\"client_id\":\"billing\"}");

  private final ExecutorService pool = Executors.newFixedThreadPool(1);
  private final HttpServer other = server("/invoices/", Handover::answer);
  private final HttpServer own = server("/pay", this::handOver);

  public static void main(String[] arguments) throws Exception {
    Handover service = new Handover();
    do {
      service.round();
      Thread.sleep(arguments.length == 0 ? 0 : 100);
    } while (arguments.length > 0 && !new File(arguments[0]).exists());
    service.stop();
    System.out.println("done");
  }

  private void round() throws IOException {
    call(own, "/pay", PERSON);
  }

  private void handOver(HttpExchange exchange) throws IOException {
    try {
      pool.submit(() -> call(other, "/invoices/4711?note=canary-query", SERVICE)).get();
    } catch (Exception e) {
      throw new IOException(e);
    }
    answer(exchange);
  }

  private static int call(HttpServer server, String path, String token) throws IOException {
    int port = server.getAddress().getPort();
    HttpURLConnection connection =
        (HttpURLConnection) new URL("http://127.0.0.1:" + port + path).openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + token);
    return connection.getResponseCode();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static HttpServer server(String path, com.sun.net.httpserver.HttpHandler handler) {
    try {
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      server.createContext(path, handler);
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    own.stop(0);
    other.stop(0);
    pool.shutdown();
  }

  private static String token(String claims) {
    return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + "." + base64("canary-signature");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
  }
}
