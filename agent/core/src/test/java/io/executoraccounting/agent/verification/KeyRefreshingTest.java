/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.verification;

import static io.executoraccounting.agent.verification.KeyServer.body;
import static io.executoraccounting.agent.verification.KeyServer.status;
import static io.executoraccounting.agent.verification.Signing.OTHER_RSA;
import static io.executoraccounting.agent.verification.Signing.P256;
import static io.executoraccounting.agent.verification.Signing.RSA;
import static io.executoraccounting.agent.verification.Signing.keySet;
import static io.executoraccounting.agent.verification.Signing.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.RSAKey;
import io.executoraccounting.agent.identity.SignatureVerifier.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real keys from a real server of this machine, which does what servers do. */
@Timeout(60)
class KeyRefreshingTest {
  private static final String TOKEN = token(RSA, "RS256");
  private static final String OTHER = token(OTHER_RSA, "RS256");
  private static final long HOUR = 3_600_000;

  @TempDir Path folder;

  private static void awaitVerdict(Refreshing keys, Verdict verdict, String token, String keyId) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> keys.verdict(token, keyId) == verdict);
  }

  @Test
  void tokensAreCheckedOnceTheKeysAreThere() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    try (KeyServer server =
            KeyServer.start(
                exchange -> {
                  mayAnswer.await();
                  body(keySet(RSA)).to(exchange);
                });
        Refreshing keys = new Refreshing(server.url(), HOUR, 1, 20_000)) {
      assertThat(keys.verdict(TOKEN, "rsa-1")).isEqualTo(Verdict.UNDECIDED);
      int before = keys.verifier().generation();

      mayAnswer.countDown();

      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");
      await().until(() -> keys.verifier().generation() > before);
      assertThat(keys.lines).isEmpty();
    }
  }

  @Test
  void tokenOfAnotherIssuerIsNobodysBusiness() throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), HOUR, 1, 5_000)) {
      assertThat(keys.verifier().verify(TOKEN, Signing.ISSUER + "/", "RS256", "rsa-1"))
          .isEqualTo(Verdict.UNCHECKED);
    }
  }

  @Test
  void keyThatIsMissedIsFetchedAtOnce() throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), HOUR, 1, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");

      server.answers(body(keySet(RSA, OTHER_RSA)));

      awaitVerdict(keys, Verdict.VERIFIED, OTHER, "rsa-2");
      assertThat(keys.verdict(TOKEN, "rsa-1")).isEqualTo(Verdict.VERIFIED);
    }
  }

  @Test
  void keyThatDoesNotExistIsNotAskedForAgainAndAgain() throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), HOUR, HOUR, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");

      for (int i = 0; i < 10_000; i++) {
        assertThat(keys.verdict(OTHER, "no-such-key-" + i)).isEqualTo(Verdict.UNDECIDED);
      }

      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void keyThatIsWithdrawnIsNotBelievedAnyLonger() throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), 5, 1, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");

      server.answers(body(keySet(P256)));

      awaitVerdict(keys, Verdict.UNDECIDED, TOKEN, "rsa-1");
    }
  }

  @Test
  void keyThatIsReplacedUnderItsNameIsNoticed() throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), 5, 1, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");
      int before = keys.verifier().generation();

      server.answers(body(keySet(new RSAKey.Builder(OTHER_RSA).keyID("rsa-1").build())));

      awaitVerdict(keys, Verdict.INVALID, TOKEN, "rsa-1");
      await().until(() -> keys.verifier().generation() > before);
    }
  }

  @Test
  void sameKeysAreNoChange() throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), 2, 1, 5_000)) {
      await().until(() -> server.requests() > 5);

      assertThat(keys.verifier().generation()).isEqualTo(1);
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(status(503), "status 503"),
        Arguments.of(status(404), "status 404"),
        Arguments.of(body("<html>".getBytes()), "not a JSON Web Key Set"),
        Arguments.of(body(new byte[0]), "not a JSON Web Key Set"),
        Arguments.of(body(new byte[256 * 1024 + 1]), "larger than 256 KiB"),
        Arguments.of(body("{\"keys\":[]}".getBytes()), "no public key"),
        Arguments.of(
            (KeyServer.Answer)
                exchange -> {
                  exchange.getResponseHeaders().add("Location", "/elsewhere");
                  exchange.sendResponseHeaders(302, -1);
                },
            "status 302"),
        Arguments.of((KeyServer.Answer) exchange -> {}, ""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void lastGoodKeysStayWhileTheServerIsAtFault(KeyServer.Answer fault, String reason)
      throws Exception {
    try (KeyServer server = KeyServer.start(body(keySet(RSA)));
        Refreshing keys = new Refreshing(server.url(), 5, 1, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");

      server.answers(fault);
      int before = server.requests();
      await().until(() -> server.requests() >= before + 4 && !keys.lines.isEmpty());

      assertThat(keys.verdict(TOKEN, "rsa-1")).isEqualTo(Verdict.VERIFIED);
      assertThat(keys.lines)
          .singleElement()
          .asString()
          .startsWith("executor.verification.main.jwks: ")
          .contains(reason)
          .endsWith("the keys known so far are used");

      server.answers(body(keySet(RSA, OTHER_RSA)));
      awaitVerdict(keys, Verdict.VERIFIED, OTHER, "rsa-2");
      await().until(() -> keys.lines.size() == 2);
      assertThat(keys.lines.get(1)).endsWith("works again");
    }
  }

  @Test
  void serverThatIsAwayLeavesTokensAsserted() throws Exception {
    String url;
    try (KeyServer server = KeyServer.start(status(200))) {
      url = server.url();
    }
    try (Refreshing keys = new Refreshing(url, HOUR, 1, 5_000)) {
      await().until(() -> !keys.lines.isEmpty());

      assertThat(keys.verdict(TOKEN, "rsa-1")).isEqualTo(Verdict.UNDECIDED);
      assertThat(keys.lines.get(0)).contains("stay asserted").doesNotContain(url);
    }
  }

  @Test
  void serverThatNeverEndsIsGivenUp() throws Exception {
    KeyServer.Answer dripping =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            Thread.onSpinWait();
          }
        };
    try (KeyServer server = KeyServer.start(dripping);
        Refreshing keys = new Refreshing(server.url(), HOUR, 1, 300)) {
      await().until(() -> !keys.lines.isEmpty());

      server.answers(body(keySet(RSA)));

      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");
    }
  }

  @Test
  void endDoesNotWaitForAServerThatHangs() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (KeyServer server =
            KeyServer.start(
                exchange -> {
                  asked.countDown();
                  never.await();
                });
        Refreshing keys = new Refreshing(server.url(), HOUR, 1, HOUR)) {
      asked.await();

      keys.close();

      assertThat(keys.isRunning()).isFalse();
    }
  }

  @Test
  void fileIsReadAgain() throws Exception {
    Path file = Files.write(folder.resolve("jwks.json"), keySet(RSA));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (Refreshing keys = new Refreshing(file.toString(), 5, 1, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");

      Files.write(file, keySet(RSA, OTHER_RSA));

      awaitVerdict(keys, Verdict.VERIFIED, OTHER, "rsa-2");
    }
  }

  @Test
  void fileThatOthersMayWriteIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("jwks.json"), keySet(RSA));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    try (Refreshing keys = new Refreshing(file.toString(), HOUR, 1, 5_000)) {
      await().until(() -> !keys.lines.isEmpty());

      assertThat(keys.lines.get(0)).contains("may be written by others").contains("chmod go-w");
      assertThat(keys.verdict(TOKEN, "rsa-1")).isEqualTo(Verdict.UNDECIDED);
    }
  }

  @Test
  void manyThreadsGetRightVerdictsWhileKeysRotate() throws Exception {
    byte[] one = keySet(RSA, OTHER_RSA);
    byte[] two = keySet(OTHER_RSA, RSA);
    try (KeyServer server = KeyServer.start(body(one));
        Refreshing keys = new Refreshing(server.url(), 1, 1, 5_000)) {
      awaitVerdict(keys, Verdict.VERIFIED, TOKEN, "rsa-1");
      String forged = token(OTHER_RSA, "RS256", "rsa-1");
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<?>> checks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        checks.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    server.answers(body(i % 2 == 0 ? one : two));
                    assertThat(keys.verdict(TOKEN, "rsa-1")).isEqualTo(Verdict.VERIFIED);
                    assertThat(keys.verdict(OTHER, "rsa-2")).isEqualTo(Verdict.VERIFIED);
                    assertThat(keys.verdict(forged, "rsa-1")).isEqualTo(Verdict.INVALID);
                  }
                }));
      }
      for (Future<?> check : checks) {
        check.get();
      }
      threads.shutdown();
      assertThat(keys.lines).isEmpty();
    }
  }
}
