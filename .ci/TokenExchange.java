/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.Base64;

/**
 * A service exchanges a person's token for one of its own (RFC 8693), and calls another service with
 * that: an opaque token, of which nothing can be read. Uses {@code HttpURLConnection}, or the client
 * whose class it is given.
 */
public final class TokenExchange {
  private static final String PERSON =
      base64("{\"alg\":\"RS256\"}")
          + "."
          + base64("{\"iss\":\"https://idp.example\",\"sub\":\"alice\",\"scope\":\"all\"}")
          + "."
          + base64("canary-signature");
  private static final String TOKEN =
      "{\"access_token\":\"canary-issued-0123456789abcdef\",\"token_type\":\"Bearer\","
          + "\"expires_in\":3600,\"scope\":\"orders.read\","
          + "\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\"}";
  private static final String FORM =
      "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=billing"
          + "&client_secret=canary-secret&subject_token_type="
          + "urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token&subject_token="
          + PERSON;

  /** What an application sees of an HTTP client. */
  public interface Client {
    /**
     * @param authorization null sends none
     * @param form null sends a GET
     * @return the response's body
     */
    String send(String url, String authorization, String form) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Client client =
        arguments.length == 0
            ? new UrlConnection()
            : (Client) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/oauth2/token", exchange -> answer(exchange, TOKEN));
    server.createContext("/orders", exchange -> answer(exchange, "[]"));
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();

    String response = client.send(base + "/oauth2/token", null, FORM);
    if (!response.equals(TOKEN)) {
      throw new IllegalStateException("the response is not as it was sent");
    }
    client.send(base + "/orders/4711", "Bearer " + response.split("\"")[3], null);
    server.stop(0);
    System.out.println("done");
    System.exit(0);
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    boolean asked = exchange.getRequestMethod().equals("GET");
    boolean whole = asked || read(exchange.getRequestBody()).equals(FORM);
    exchange.sendResponseHeaders(whole ? 200 : 400, 0);
    exchange.getResponseBody().write(body.getBytes());
    exchange.close();
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[16];
    for (int length = in.read(part); length >= 0; length = in.read(part)) {
      bytes.write(part, 0, length);
    }
    return bytes.toString();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
  }

  private static final class UrlConnection implements Client {
    @Override
    public String send(String url, String authorization, String form) throws IOException {
      HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
      if (authorization != null) {
        connection.setRequestProperty("Authorization", authorization);
      }
      if (form != null) {
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        connection.getOutputStream().write(form.getBytes());
      }
      return read(connection.getInputStream());
    }
  }
}
