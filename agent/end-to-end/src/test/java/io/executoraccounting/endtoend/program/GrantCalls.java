/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks for credentials in every way that the agent watches, and uses what is given out. */
final class GrantCalls {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> FORMS =
      List.of(
          "grant_type=refresh_token&refresh_token="
              + Canary.REFRESH_TOKEN.text()
              + "&client_id=svc&client_secret="
              + Canary.CLIENT_SECRET.text(),
          "grant_type=authorization_code&code="
              + Canary.AUTHORIZATION_CODE.text()
              + "&code_verifier="
              + Canary.CODE_VERIFIER.text(),
          "grant_type=password&username=svc&password=" + Canary.OWNER_PASSWORD.text(),
          "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
              + CanaryProgram.jwt(Canary.ASSERTION_SIGNATURE),
          "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code="
              + Canary.DEVICE_CODE.text(),
          "grant_type=client_credentials&client_assertion_type="
              + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
              + CanaryProgram.jwt(Canary.CLIENT_ASSERTION_SIGNATURE),
          "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token="
              + Canary.SUBJECT_TOKEN.text()
              + "&actor_token="
              + CanaryProgram.jwt(Canary.ACTOR_TOKEN_SIGNATURE));

  private GrantCalls() {}

  static void run() throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", GrantCalls::answer);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    for (String form : FORMS) {
      ask(url + "/oauth2/token", form);
    }
    use(url + "/with-token");
    server.stop(0);
  }

  private static void ask(String url, String form) throws IOException, InterruptedException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", FORM);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(form.getBytes(StandardCharsets.UTF_8));
    }
    connection.getInputStream().readAllBytes();
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
  }

  private static void use(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + Canary.ISSUED_TOKEN.text());
    connection.getResponseCode();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body =
        ("{\"access_token\":\""
                + Canary.ISSUED_TOKEN.text()
                + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"refresh_token\":\""
                + Canary.ISSUED_REFRESH_TOKEN.text()
                + "\",\"id_token\":\""
                + CanaryProgram.jwt(Canary.ID_TOKEN_SIGNATURE)
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
