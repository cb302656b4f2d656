/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Uses every secret once, in the ways that the agent reads, and fails in some of them. */
public final class CanaryProgram {
  private CanaryProgram() {}

  /** Arguments: an HTTP server, a key store, a database. */
  public static void main(String[] args) throws Exception {
    String http = args[0];
    outbound(http);
    signedAndKeyed(http);
    inbound(http);
    GrantCalls.run();
    clientCertificate(http, Path.of(args[1]));
    database(args[2]);
    System.out.println("finished");
    System.exit(0);
  }

  /** A token whose third part and further claims are secrets. */
  static String jwt() {
    return jwt(Canary.JWT_SIGNATURE);
  }

  static String jwt(Canary signature) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String claims =
        "{\"iss\":\"https://id.example.com\",\"sub\":\"svc\",\"client_id\":\"svc\",\"email\":\""
            + Canary.CLAIM_EMAIL.text()
            + "\",\"note\":\""
            + Canary.UNLISTED_CLAIM.text()
            + "\"}";
    return encoder.encodeToString("{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + "."
        + signature.text();
  }

  private static void outbound(String http) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString(
                ("svc:" + Canary.BASIC_PASSWORD.text()).getBytes(StandardCharsets.UTF_8));
    String[][] headers = {
      {"Authorization", "Bearer " + Canary.OPAQUE_BEARER.text()},
      {"Authorization", "Bearer " + jwt(Canary.JWT_SIGNATURE)},
      {"Authorization", "Basic " + basic},
      {"X-Api-Key", Canary.API_KEY.text()},
      {"Cookie", "session=" + Canary.COOKIE.text()}
    };
    String path = "/v1/" + Canary.PATH_EMAIL.text() + "/" + Canary.PATH_TOKEN.text();
    URI uri = URI.create(http + path + "?signature=" + Canary.QUERY_PARAMETER.text());
    HttpClient client = HttpClient.newHttpClient();
    for (String[] header : headers) {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestProperty(header[0], header[1]);
      connection.getResponseCode();
      client.send(
          HttpRequest.newBuilder(uri).header(header[0], header[1]).build(),
          BodyHandlers.discarding());
    }
    URI withLogin = URI.create(http.replace("://", "://svc:" + Canary.URL_PASSWORD.text() + "@"));
    ((HttpURLConnection) withLogin.toURL().openConnection()).getResponseCode();
  }

  /** Signatures, keys and tokens in headers of their own and in queries. */
  private static void signedAndKeyed(String http) throws Exception {
    String aws = "AKIAIOSFODNN7EXAMPLE/20261124/eu-central-1/s3/aws4_request";
    String[][] headers = {
      {"Authorization", "SharedKey shop:" + Canary.SHARED_KEY_SIGNATURE.text()},
      {
        "Authorization",
        "SharedAccessSignature sr=x&se=1&skn=k&sig=" + Canary.SHARED_ACCESS_SIGNATURE.text()
      },
      {"X-Amz-Security-Token", Canary.SESSION_TOKEN.text()},
      {"Txn-Token", jwt(Canary.TRANSACTION_SIGNATURE)},
      {"Workload-Identity-Token", jwt(Canary.WORKLOAD_SIGNATURE)},
      {"Authorization", "Negotiate TlRMTVNTUAAD" + Canary.NTLM_MESSAGE.text()}
    };
    String[] queries = {
      "X-Amz-Credential=" + aws + "&X-Amz-Signature=" + Canary.SIGNATURE_IN_QUERY.text(),
      "access_token=" + Canary.TOKEN_IN_QUERY.text(),
      "api_key=" + Canary.KEY_IN_QUERY.text(),
      "sv=2024-11-04&sr=b&sp=r&sig=" + Canary.SIGNATURE_OF_SAS_IN_QUERY.text()
    };
    for (String[] header : headers) {
      send(URI.create(http + "/v1/keys"), header);
    }
    for (String query : queries) {
      send(URI.create(http + "/v1/signed?" + query));
    }
  }

  private static void send(URI uri, String... header) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (header.length == 2) {
      connection.setRequestProperty(header[0], header[1]);
      request.header(header[0], header[1]);
    }
    connection.getResponseCode();
    HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
  }

  private static void inbound(String http) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(exchange, http));
    server.start();
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + server.getAddress().getPort()
                + "/in/"
                + Canary.INBOUND_PATH_TOKEN.text()
                + "?code="
                + Canary.INBOUND_QUERY.text());
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + Canary.INBOUND_BEARER.text())
                .header("Cookie", "session=" + Canary.INBOUND_COOKIE.text())
                .build(),
            BodyHandlers.discarding());
    server.stop(0);
  }

  private static void clientCertificate(String http, Path keyStore) throws Exception {
    SSLContext context = MutualTls.context(keyStore);
    HttpsServer server = MutualTls.server(context, exchange -> serve(exchange, http));
    URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/tls");
    HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection();
    connection.setSSLSocketFactory(context.getSocketFactory());
    System.out.println("tls " + connection.getResponseCode());
    HttpClient client = HttpClient.newBuilder().sslContext(context).build();
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    System.out.println("tls " + client.send(request, BodyHandlers.discarding()).statusCode());
    server.stop(0);
  }

  /** Calls on while it serves. */
  private static void serve(HttpExchange exchange, String http) throws IOException {
    ((HttpURLConnection) URI.create(http + "/plain").toURL().openConnection()).getResponseCode();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static void database(String url) throws SQLException {
    String withProperty = url + "?ApplicationName=" + Canary.JDBC_URL_PROPERTY.text();
    String login = withProperty + "&user=app_rw&password=" + Canary.JDBC_PASSWORD.text();
    try (Connection connection = DriverManager.getConnection(login)) {
      statements(connection);
    }
    Properties properties = new Properties();
    properties.putAll(Map.of("user", "app_rw", "password", Canary.JDBC_PASSWORD.text()));
    try (Connection connection = DriverManager.getConnection(withProperty, properties)) {
      statements(connection);
    }
    try (Connection refused =
        DriverManager.getConnection(url, "app_rw", Canary.WRONG_JDBC_PASSWORD.text())) {
      throw new IllegalStateException("the wrong password was accepted by " + refused.getClass());
    } catch (SQLException expected) {
      System.out.println("refused " + expected.getSQLState());
    }
    String token =
        "db:5432/?Action=connect&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu/rds-db/"
            + "aws4_request&X-Amz-Signature="
            + Canary.DATABASE_TOKEN_SIGNATURE.text();
    try (Connection refused = DriverManager.getConnection(url, "app_rw", token)) {
      throw new IllegalStateException("a token was accepted by " + refused.getClass());
    } catch (SQLException expected) {
      System.out.println("refused " + expected.getSQLState());
    }
  }

  private static void statements(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery(
          "SELECT id FROM orders WHERE customer = '" + Canary.SQL_LITERAL.text() + "'");
      statement.executeQuery("SELECT /* " + Canary.SQL_COMMENT.text() + " */ 1 FROM orders");
      statement.addBatch(
          "UPDATE orders SET customer = $$" + Canary.BATCH_LITERAL.text() + "$$ WHERE id = -1");
      statement.executeBatch();
      statement.executeQuery("SELEKT '" + Canary.BROKEN_SQL_LITERAL.text());
    } catch (SQLException expected) {
      System.out.println("broken " + expected.getSQLState());
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE app_rw IDENTIFIED BY '" + Canary.ROLE_PASSWORD.text() + "'");
    } catch (SQLException expected) {
      System.out.println("role " + expected.getSQLState());
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM orders WHERE customer = ?")) {
      statement.setString(1, Canary.BIND_VALUE.text());
      statement.executeQuery();
    }
  }
}
