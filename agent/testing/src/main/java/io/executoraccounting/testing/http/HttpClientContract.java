/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.assertj.core.api.Assertions.tuple;

import io.executoraccounting.bootstrap.AccountingGuard;
import io.executoraccounting.bootstrap.ExecutorAccounting;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.Access;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.AuthoritySource;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.ResponseScopes;
import io.executoraccounting.testing.CapturedCall;
import io.executoraccounting.testing.WovenAgent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the extension of every HTTP client does; each client's test extends it. */
public abstract class HttpClientContract {
  private static final String CANARY = "c4n4ryS3cr3t0123456789";

  private final WovenAgent agent;
  private final HttpSender sender;
  private RawHttpServer server;
  private RawHttpServer elsewhere;

  protected HttpClientContract(WovenAgent agent, HttpSender sender) {
    this.agent = agent;
    this.sender = sender;
  }

  @BeforeEach
  void startServers() throws IOException {
    server = new RawHttpServer();
    elsewhere = new RawHttpServer();
  }

  @AfterEach
  void stopServers() throws IOException {
    server.close();
    elsewhere.close();
  }

  protected final RawHttpServer server() {
    return server;
  }

  @Test
  void recordsWhatWasAskedOfWhom() throws Exception {
    assertThat(sender.send(HttpSending.get(server.uri("/users/7/mails?q=x")))).isEqualTo(200);

    CapturedCall recorded = agent.onlyCall();
    assertThat(recorded.call().system()).isEqualTo("http");
    assertThat(recorded.call().summary()).isEqualTo("GET /users/{id}/mails");
    assertThat(recorded.call().resource()).isEqualTo("/users/{id}/mails");
    assertThat(recorded.call().host()).isEqualTo("127.0.0.1");
    assertThat(recorded.call().conventions())
        .containsEntry("http.request.method", "GET")
        .containsEntry("server.port", (long) server.uri("/").getPort())
        .containsEntry(
            "url.full",
            server.uri("/users/%7Bid%7D/mails").toString().replace("%7B", "{").replace("%7D", "}"))
        .doesNotContainKey("http.request.resend_count");
    assertThat(recorded.outcome().conventions()).containsEntry("http.response.status_code", 200L);
    assertThat(recorded.outcome().errorType()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"GET, READ", "HEAD, READ", "DELETE, DELETE", "POST, WRITE", "PUT, WRITE"})
  void takesTheAccessFromTheMethod(String method, Access access) throws Exception {
    String body = method.startsWith("P") ? "some=thing" : null;
    sender.send(HttpSending.of(method, server.uri("/users"), body));

    assertThat(agent.onlyCall().call().access()).isEqualTo(access);
    assertThat(agent.onlyCall().call().operation()).isEqualTo(method);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization | Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiaXNzIjoiaHR0cHM6Ly9pIn0. | JWT",
        "Authorization | Bearer " + CANARY + " | OPAQUE_BEARER",
        "Authorization | Basic YWxpY2U6aHVudGVyMg== | BASIC",
        "X-Api-Key | " + CANARY + " | API_KEY",
        "Cookie | SESSION=" + CANARY + " | SESSION_COOKIE",
        "Accept | text/plain | NONE",
      })
  void readsTheCredentialThatIsSent(String name, String value, CredentialKind kind)
      throws Exception {
    sender.send(HttpSending.get(server.uri("/users")).with(name, value));

    assertThat(server.requests().get(0).header(name)).isEqualTo(value);
    assertThat(agent.onlyCall().call().credential().kind()).isEqualTo(kind);
    assertThat(agent.onlyCall().call().source())
        .isEqualTo(kind == CredentialKind.NONE ? AuthoritySource.NONE : AuthoritySource.CALL);
  }

  @Test
  void namesWhomARequestImpersonatesAndAllOfTheGroups() throws Exception {
    sender.send(
        HttpSending.get(server.uri("/api/v1/pods"))
            .with("Impersonate-User", "system:serviceaccount:shop:cart")
            .with("Impersonate-Group", "first")
            .with("Impersonate-Group", "second"));

    assertThat(agent.onlyCall().call().assumed())
        .extracting(AssumedIdentity::id, AssumedIdentity::scopes)
        .containsExactly(tuple("k8s:shop/cart", List.of("group:first", "group:second")));
  }

  @Test
  void namesTheServiceThatARequestIsSignedFor() throws Exception {
    sender.send(
        HttpSending.get(server.uri("/things"))
            .with(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu-west-1/s3/"
                    + "aws4_request, SignedHeaders=host, Signature="
                    + CANARY));

    assertThat(agent.onlyCall().call().system()).isEqualTo("aws.s3");
    assertThat(agent.onlyCall().call().region()).isEqualTo("eu-west-1");
    assertThat(agent.onlyCall().call().credential().publicId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void joinsTheTraceOfTheRequest() throws Exception {
    sender.send(
        HttpSending.get(server.uri("/users"))
            .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

    assertThat(agent.onlyCall().call().traceContext())
        .isNotNull()
        .extracting(TraceContext::spanId)
        .isEqualTo(0xb7ad6b7169203331L);
  }

  @ParameterizedTest
  @CsvSource({"404", "403", "500", "503"})
  void takesAnErrorStatusForAnError(int status) throws Exception {
    server.answer(request -> RawResponse.of(status));

    assertThat(sender.send(HttpSending.get(server.uri("/users")))).isEqualTo(status);
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo(Integer.toString(status));
  }

  @Test
  void tellsWhatTheResponseSaysOfScopes() throws Exception {
    server.answer(
        request ->
            RawResponse.of(403)
                .with("X-OAuth-Scopes", "repo, user")
                .with("WWW-Authenticate", "Basic realm=\"a, b\"")
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"admin\""));
    sender.send(HttpSending.get(server.uri("/users")).with("Authorization", "Bearer " + CANARY));

    assertThat(agent.onlyCall().outcome().scopes())
        .isNotNull()
        .extracting(ResponseScopes::carried, ResponseScopes::required, ResponseScopes::insufficient)
        .containsExactly(List.of("repo", "user"), List.of("admin"), true);
  }

  @Test
  void tellsNothingOfScopesWhereTheResponseDoesNot() throws Exception {
    sender.send(HttpSending.get(server.uri("/users")));

    assertThat(agent.onlyCall().outcome().scopes()).isNull();
  }

  @Test
  void recordsARefusedConnection() throws Exception {
    Exception thrown = catchException(() -> sender.send(HttpSending.get(RawHttpServer.refused())));

    assertThat(thrown).isInstanceOf(ConnectException.class).hasNoSuppressedExceptions();
    assertThat(agent.onlyCall().outcome().errorType()).isEqualTo("java.net.ConnectException");
  }

  @Test
  void recordsARequestThatIsNotAnswered() throws Exception {
    server.answer(request -> RawResponse.NONE);

    Exception thrown =
        catchException(() -> sender.send(HttpSending.of("POST", server.uri("/users"), "a=b")));

    assertThat(thrown).isInstanceOf(IOException.class).hasNoSuppressedExceptions();
    assertThat(agent.onlyCall().outcome().errorType()).isNotNull();
    assertThat(agent.onlyCall().outcome().conventions())
        .doesNotContainKey("http.response.status_code");
  }

  @Test
  void recordsEachRequestOfARedirect() throws Exception {
    server.answer(
        request ->
            request.line().endsWith("/old")
                ? RawResponse.of(302).with("Location", "/users/7")
                : RawResponse.of(200));

    assertThat(sender.send(HttpSending.get(server.uri("/old")))).isEqualTo(200);
    List<CapturedCall> calls = agent.calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).call().resource()).isEqualTo("/old");
    assertThat(calls.get(0).outcome().conventions())
        .containsEntry("http.response.status_code", 302L);
    assertThat(calls.get(1).call().resource()).isEqualTo("/users/{id}");
    assertThat(calls.get(1).call().conventions()).containsEntry("http.request.resend_count", 1L);
    assertThat(calls.get(1).outcome().conventions())
        .containsEntry("http.response.status_code", 200L);
  }

  @Test
  void saysWhetherARedirectTookTheCredentialElsewhere() throws Exception {
    String there = elsewhere.uri("/users").toString();
    server.answer(request -> RawResponse.of(302).with("Location", there));

    sender.send(HttpSending.get(server.uri("/old")).with("Authorization", "Bearer " + CANARY));
    boolean sent = elsewhere.requests().get(0).header("Authorization") != null;
    assertThat(agent.calls()).hasSize(2);
    assertThat(agent.calls().get(1).call().port()).isEqualTo(elsewhere.uri("/").getPort());
    assertThat(agent.calls().get(1).call().credential().kind())
        .isEqualTo(sent ? CredentialKind.OPAQUE_BEARER : CredentialKind.NONE);
  }

  @Test
  void readsTheCredentialThatAnswersAChallenge() throws Exception {
    server.answer(
        request ->
            request.header("Authorization") == null
                ? RawResponse.of(401).with("WWW-Authenticate", "Basic realm=\"r\"")
                : RawResponse.of(200));

    assertThat(sender.send(HttpSending.get(server.uri("/users")), "alice:" + CANARY))
        .isEqualTo(200);
    List<CapturedCall> calls = agent.calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).call().credential().kind()).isEqualTo(CredentialKind.NONE);
    assertThat(calls.get(0).outcome().errorType()).isEqualTo("401");
    assertThat(calls.get(1).call().credential().principal()).isEqualTo("basic:alice");
    assertThat(calls.get(1).outcome().errorType()).isNull();
  }

  @Test
  void keepsTheFramesOfTheCaller() throws Exception {
    server.answer(
        request ->
            request.line().endsWith("/old")
                ? RawResponse.of(302).with("Location", "/new")
                : RawResponse.of(200));

    ExecutorAccounting.callAs(
        ExecutorIdentity.agent("support-bot"),
        () -> sender.send(HttpSending.get(server.uri("/old"))));

    assertThat(agent.calls()).hasSize(2);
    assertThat(agent.calls())
        .allSatisfy(call -> assertThat(actingOf(call)).isEqualTo("agent:support-bot"));
  }

  @Test
  void doesNotMixCallsThatRunAtOnce() throws Exception {
    int threads = 8;
    int callsOfEach = 40;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        String user = "user-" + (char) ('a' + i);
        running.add(pool.submit(() -> sendAs(user, callsOfEach)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(agent.calls())
        .hasSize(threads * callsOfEach)
        .allSatisfy(
            call -> {
              String user = String.valueOf(call.call().resource()).substring(1);
              assertThat(call.call().credential().principal()).isEqualTo("basic:" + user);
              assertThat(actingOf(call)).isEqualTo("agent:" + user);
            });
  }

  private Void sendAs(String user, int times) throws Exception {
    String login =
        Base64.getEncoder().encodeToString((user + ":x").getBytes(StandardCharsets.UTF_8));
    return ExecutorAccounting.callAs(
        ExecutorIdentity.agent(user),
        () -> {
          for (int i = 0; i < times; i++) {
            sender.send(
                HttpSending.get(server.uri("/" + user)).with("Authorization", "Basic " + login));
          }
          return null;
        });
  }

  private static String actingOf(CapturedCall call) {
    ExecutorFrame frame = call.frames().top();
    return frame == null || frame.identity() == null ? "nobody" : frame.identity().id();
  }

  @Test
  void leavesTheAgentsOwnRequestsOut() throws Exception {
    AccountingGuard.suspend();
    try {
      sender.send(HttpSending.get(server.uri("/v1/traces")));
    } finally {
      AccountingGuard.resume();
    }

    assertThat(server.requests()).hasSize(1);
    assertThat(agent.calls()).isEmpty();
  }

  @Test
  void changesNoByteOnTheWire() throws Exception {
    UnwovenSending.inFreshJvm(sender.getClass(), server.uri("/"));
    List<RawRequest> without = server.requests();
    server.answer(request -> RawResponse.of(200));
    UnwovenSending.sendAll(sender, server.uri("/"));

    assertThat(without).hasSize(5);
    assertThat(server.requests()).isEqualTo(without);
    assertThat(agent.calls()).hasSize(5);
  }

  @Test
  void keepsNoSecret() throws Exception {
    String base64 =
        Base64.getEncoder().encodeToString(("alice:" + CANARY).getBytes(StandardCharsets.UTF_8));
    String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSIsIm5vdGUiOiI" + CANARY + "In0." + CANARY;
    String url = server.uri("/reset/" + CANARY + "?token=" + CANARY).toString();
    HttpSending plain = HttpSending.get(URI.create(url));
    sender.send(plain.with("Authorization", "Bearer " + CANARY));
    sender.send(plain.with("Authorization", "Bearer " + jwt));
    sender.send(plain.with("Authorization", "Basic " + base64));
    sender.send(plain.with("Authorization", CANARY));
    sender.send(plain.with("X-Api-Key", CANARY));
    sender.send(plain.with("Cookie", "SESSION=" + CANARY));
    sender.send(plain.with("X-Amz-Security-Token", CANARY).with("X-Amz-Target", CANARY));
    sender.send(plain.with("traceparent", CANARY));
    sender.send(HttpSending.get(URI.create(url.replace("//", "//alice:" + CANARY + "@"))));

    assertThat(agent.calls()).hasSize(9);
    assertThat(HeldText.of(agent.calls())).contains("/reset/{token}").doesNotContain(CANARY);
    assertThat(HeldText.of(agent.calls())).doesNotContain(base64).doesNotContain(jwt);
  }
}
