/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import com.nimbusds.jwt.SignedJWT;
import io.executoraccounting.examples.quickstart.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the service.
 *
 * @param agent the AI agent that calls in the person's place, null if the person calls
 * @param token the token by which they call
 */
record Caller(String person, @Nullable String agent, String token) {
  private static final String SCOPES = "orders:read payments:read refunds:write";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Caller person(TokenIssuer issuer, String name) {
    return new Caller(name, null, issuer.person(name, SCOPES));
  }

  static Caller agent(TokenIssuer issuer, String person, String agent) {
    return new Caller(person, agent, issuer.agentFor(person, agent, SCOPES));
  }

  /** A program that got its token by client credentials: subject and client are one. */
  static Caller service(TokenIssuer issuer, String client) {
    return new Caller(
        client,
        null,
        issuer.sign(
            TokenIssuer.claims(client, SCOPES)
                .audience(List.of("orders", "payments"))
                .claim("client_id", client)));
  }

  /** The token's public id. */
  String tokenId() {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getJWTID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request in a trace of its own and returns that trace's id. */
  String send(String method, String url) throws IOException, InterruptedException {
    byte[] ids = new byte[24];
    ThreadLocalRandom.current().nextBytes(ids);
    String traceId = HexFormat.of().formatHex(ids, 0, 16);
    String traceparent = "00-" + traceId + "-" + HexFormat.of().formatHex(ids, 16, 24) + "-01";
    send(request(method, url).header("traceparent", traceparent).build());
    return traceId;
  }

  /** Sends a request that is the same each time. */
  void sendUntraced(String method, String url) throws IOException, InterruptedException {
    send(request(method, url).build());
  }

  private HttpRequest.Builder request(String method, String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .method(method, BodyPublishers.noBody())
        .header("Authorization", "Bearer " + token);
  }

  private static void send(HttpRequest request) throws IOException, InterruptedException {
    int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new IOException(request.method() + " " + request.uri() + " was answered " + status);
    }
  }
}
