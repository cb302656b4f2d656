/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.jar;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.probe.Quiet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.executoraccounting.testing.otlp.OtlpLines;
import io.executoraccounting.testing.otlp.ReceivedSpan;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures are checked by what is in the jar, moved and in its own loader. */
class VerificationIT {
  private static final String ISSUER = "https://as.example.com";
  private static final String CLAIMS =
      "{\"iss\":\"" + ISSUER + "\",\"sub\":\"billing\",\"client_id\":\"billing\"}";

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String url;
  private KeyPair keys;

  static Stream<Path> jdks() {
    return Jdks.homes();
  }

  @BeforeEach
  void start() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/jwks", exchange -> answer(exchange, keySet()));
    server.createContext("/api", this::answerOnceTheKeysAreKnown);
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void recordsTellGenuineTokensFromForgedOnes(Path javaHome) throws Exception {
    Java8Program.compile("Presents", "", folder);
    String genuine = token("RS256", "SHA256withRSA");
    String forged = genuine.substring(0, genuine.lastIndexOf('.')) + ".Zm9yZ2Vk";

    ForkedJvm.Result result =
        new ForkedJvm(folder, javaHome)
            .with("-Dexecutor.exporter=file", "-Dexecutor.file.path=records.jsonl")
            .with("-Dexecutor.log.level=debug", "-Dexecutor.verification.main.issuer=" + ISSUER)
            .with("-Dexecutor.verification.main.jwks=" + url + "/jwks", AgentJar.javaagent())
            .with("-cp", folder.toString())
            .runMain("Presents", url + "/api", "not-a-jwt", genuine, forged);

    assertThat(result.out()).isEqualTo("answered 200\n".repeat(3));
    List<ReceivedSpan> records = OtlpLines.read(folder.resolve("records.jsonl"));
    // The agent's own request for the keys is none of the application's.
    assertThat(records).hasSize(3);
    assertThat(records.get(1).attributes())
        .containsEntry("executor.authority.id", "oauth:" + ISSUER + "#billing")
        .containsEntry("executor.verification", "verified");
    assertThat(records.get(2).attributes())
        .containsEntry("executor.authority.id", "unknown")
        .doesNotContainKey("executor.authority.issuer")
        .doesNotContainEntry("executor.verification", "verified");
    assertThat(records.get(2).strings("executor.gaps")).contains("signature_invalid");
    assertThat(records.get(2).string("executor.credential.fingerprint")).startsWith("h1:");
  }

  /** Whoever does not use it does not pay for it. */
  @Test
  void nothingOfItIsLoadedUnlessConfigured() throws Exception {
    ForkedJvm.Result result =
        new ForkedJvm(folder)
            .with("-Xlog:class+load:file=classes", AgentJar.javaagent())
            .run(Quiet.class);

    assertThat(result.out()).isEqualTo("ran\n");
    assertThat(Files.readAllLines(folder.resolve("classes")))
        .anyMatch(line -> line.contains("io.executoraccounting.agent."))
        .noneMatch(line -> line.contains("nimbusds") || line.contains(".agent.verification."));
  }

  /** The first request waits; the program's later ones then find the keys. */
  private void answerOnceTheKeysAreKnown(HttpExchange exchange) throws IOException {
    await().until(() -> Files.readString(folder.resolve("err")).contains("jwks: 1 keys"));
    answer(exchange, "");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\""
        + unsigned(key.getModulus())
        + "\",\"e\":\""
        + unsigned(key.getPublicExponent())
        + "\"}]}";
  }

  private String token(String algorithm, String signing) throws Exception {
    String input = base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}") + "." + base64(CLAIMS);
    Signature signature = Signature.getInstance(signing);
    signature.initSign(keys.getPrivate());
    signature.update(input.getBytes(US_ASCII));
    return input + "." + base64(signature.sign());
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return base64(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
