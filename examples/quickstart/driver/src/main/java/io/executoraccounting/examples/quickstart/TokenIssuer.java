/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.examples.quickstart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A small authorization server: a key set, client credentials, and token exchange (RFC 8693). */
public final class TokenIssuer implements AutoCloseable {
  /** Its name in {@code iss}. */
  public static final String ISSUER = "https://id.example.com";

  private final ECKey key;
  private final Map<String, String> clientSecrets;
  private final HttpServer server;

  private TokenIssuer(ECKey key, Map<String, String> clientSecrets, HttpServer server) {
    this.key = key;
    this.clientSecrets = clientSecrets;
    this.server = server;
  }

  /**
   * @param clientSecrets by client id
   */
  public static TokenIssuer start(Map<String, String> clientSecrets) throws IOException {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyID("quickstart").generate();
      HttpServer server = LoopbackServer.create();
      TokenIssuer issuer = new TokenIssuer(key, Map.copyOf(clientSecrets), server);
      String keys = new JWKSet(key.toPublicJWK()).toString();
      server.createContext("/jwks", exchange -> LoopbackServer.answer(exchange, 200, keys));
      server.createContext("/oauth/token", issuer::token);
      server.start();
      return issuer;
    } catch (JOSEException e) {
      throw new IOException("this JDK makes no P-256 keys", e);
    }
  }

  public String url() {
    return LoopbackServer.url(server);
  }

  /** The token a person gets by logging in at the web shop. */
  public String person(String name, String scope) {
    return sign(
        claims(name, scope).audience(List.of("orders", "payments")).claim("client_id", "web-shop"));
  }

  /** The token by which an AI agent acts for a person who let it: the person stays the subject. */
  public String agentFor(String person, String agent, String scope) {
    return sign(
        claims(person, scope)
            .audience(List.of("orders", "payments"))
            .claim("client_id", agent)
            .claim("act", Map.of("sub", agent, "sub_profile", "ai_agent")));
  }

  /** Signs whatever claims a test wants. */
  public String sign(JWTClaimsSet.Builder claims) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** What every token of this issuer has: valid for an hour, with an id of its own. */
  public static JWTClaimsSet.Builder claims(String subject, String scope) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject(subject)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)))
        .claim("scope", scope);
  }

  @Override
  public void close() {
    LoopbackServer.stop(server);
  }

  private void token(HttpExchange exchange) throws IOException {
    String client = authenticatedClient(exchange);
    if (client == null) {
      LoopbackServer.answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    try {
      JWTClaimsSet.Builder claims =
          form.containsKey("subject_token")
              ? exchanged(form, client)
              : claims(client, form.get("scope")).claim("client_id", client);
      String token = sign(claims.audience(form.get("audience")));
      LoopbackServer.answer(
          exchange,
          200,
          "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    } catch (ParseException e) {
      LoopbackServer.answer(exchange, 400, "{\"error\":\"invalid_request\"}");
    }
  }

  /** RFC 8693 section 4.1: the client becomes the current actor, who acted before is nested. */
  private static JWTClaimsSet.Builder exchanged(Map<String, String> form, String client)
      throws ParseException {
    JWTClaimsSet subject = SignedJWT.parse(form.get("subject_token")).getJWTClaimsSet();
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("sub", client);
    actor.put("sub_profile", "service");
    if (subject.getClaim("act") != null) {
      actor.put("act", subject.getClaim("act"));
    }
    return claims(subject.getSubject(), form.get("scope"))
        .claim("client_id", client)
        .claim("act", actor);
  }

  private String authenticatedClient(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return null;
    }
    String[] login =
        new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8)
            .split(":", 2);
    return login.length == 2 && login[1].equals(clientSecrets.get(login[0])) ? login[0] : null;
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : body.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(
          URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
          URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
