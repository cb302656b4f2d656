/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The client of Java 11. */
public final class HttpClientCalls implements TokenExchange.Client {
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public String send(String url, String authorization, String form) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (form != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }
}
