/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.executoraccounting.agent.identity.Fingerprinter;
import io.executoraccounting.agent.identity.Headers;
import io.executoraccounting.agent.identity.PresentedCredentialReader;
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.Grant;
import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OutboundCall;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request that asks for a credential, its response, and what a table then knows of it. */
final class Issuing {
  static final CredentialReader READER = new PresentedCredentialReader(Fingerprinter.random());

  private final AtomicLong clock = new AtomicLong(1_800_000_000L);
  final GrantTable grants = new GrantTable(clock::get);
  private final GrantWatcher watcher = new GrantWatcher(READER, grants);
  private URI target = URI.create("https://as.example.com/token");
  private Headers headers =
      Headers.of("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
  private int piece = Integer.MAX_VALUE;
  private OutboundCall described = OutboundCall.builder("http", "POST /token").build();

  Issuing to(String url) {
    target = URI.create(url);
    return this;
  }

  Issuing header(String name, String value) {
    headers.and(name, value);
    return this;
  }

  Issuing withoutHeaders() {
    headers = new Headers();
    return this;
  }

  /** Bodies come in pieces of so many bytes. */
  Issuing inPiecesOf(int bytes) {
    piece = bytes;
    return this;
  }

  Issuing later(long seconds) {
    clock.addAndGet(seconds);
    return this;
  }

  Issuing at(String time) {
    clock.set(Instant.parse(time).getEpochSecond());
    return this;
  }

  long now() {
    return clock.get();
  }

  /** Null if nobody watches. */
  GrantWatch watch(String method) {
    return watcher.watch(
        method,
        target.getScheme(),
        target.getHost(),
        target.getPort(),
        target.getRawPath(),
        headers);
  }

  Issuing post(String body, String response) {
    return exchange("POST", body.getBytes(UTF_8), 200, response.getBytes(UTF_8));
  }

  Issuing exchange(String method, byte[] body, int status, byte[] response) {
    GrantWatch watch = watch(method);
    if (watch == null) {
      return this;
    }
    pieces(body, watch::requestBody);
    OutboundCall call =
        OutboundCall.builder("http", "POST /token")
            .authority(READER.fromHeaders(headers), AuthoritySource.CALL)
            .build();
    described = watch.describe(call);
    watch.responded(status);
    pieces(response, watch::responseBody);
    watch.responseEnded();
    return this;
  }

  private void pieces(byte[] body, Sink sink) {
    for (int at = 0; at < body.length; at += Math.min(piece, body.length - at)) {
      sink.accept(body, at, Math.min(piece, body.length - at));
    }
  }

  /** What the token request's own record is made of. */
  OutboundCall described() {
    return described;
  }

  Grant grantOfBearer(String token) {
    return grants.grantOf(bearer(token));
  }

  Grant grantOfKey(String keyId) {
    return grants.grantOf(signed(keyId));
  }

  static CredentialUse bearer(String token) {
    return READER.fromHeaders(Headers.bearer(token));
  }

  static CredentialUse signed(String keyId) {
    return READER.fromHeaders(Headers.of("Authorization", signature(keyId)));
  }

  static String signature(String keyId) {
    return "AWS4-HMAC-SHA256 Credential="
        + keyId
        + "/20261124/eu-central-1/sts/aws4_request, SignedHeaders=host, Signature=00";
  }

  static String form(String... pairs) {
    return Stream.of(pairs)
        .map(pair -> pair.split("=", 2))
        .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String jwt(String payload) {
    return TestTokens.jwt(payload);
  }

  private interface Sink {
    void accept(byte[] bytes, int offset, int length);
  }
}
