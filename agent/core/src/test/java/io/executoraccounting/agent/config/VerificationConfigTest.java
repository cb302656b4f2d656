/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationConfigTest {
  private static LoadedConfig load(Map<String, String> properties) {
    return ConfigLoader.load(null, properties, Map.of());
  }

  private static Map<String, String> main(String jwks) {
    return Map.of(
        "executor.verification.main.issuer", "https://as", "executor.verification.main.jwks", jwks);
  }

  @Test
  void nobodysTokensAreCheckedUnlessConfigured() {
    assertThat(load(Map.of()).config().verification().issuers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://as.example.com/jwks",
        "http://localhost:8080/jwks",
        "http://127.0.0.1/jwks",
        "http://[::1]:8080/jwks"
      })
  void keysComeFromAUrl(String url) {
    LoadedConfig loaded = load(main(url));

    assertThat(loaded.problems()).isEmpty();
    TrustedIssuer issuer = loaded.config().verification().issuers().get(0);
    assertThat(issuer.name()).isEqualTo("main");
    assertThat(issuer.issuer()).isEqualTo("https://as");
    assertThat(issuer.keys().url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/jwks.json", "jwks.json", "C:\\keys\\jwks.json"})
  void keysComeFromAFile(String path) {
    LoadedConfig loaded = load(main(path));

    assertThat(loaded.problems()).isEmpty();
    KeySetLocation keys = loaded.config().verification().issuers().get(0).keys();
    assertThat(keys.url()).isNull();
    assertThat(keys.file().getPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://as.example.com/jwks",
        "http://127.0.0.1.example.com/jwks",
        "http://localhost.example.com/jwks",
        "https://user:secret@as.example.com/jwks",
        "ftp://as.example.com/jwks",
        "https:///jwks",
        "https://as.example.com/a b"
      })
  void keysThatAnybodyCouldChangeOnTheirWayAreRefused(String url) {
    LoadedConfig loaded = load(main(url));

    assertThat(loaded.config().verification().issuers()).isEmpty();
    assertThat(loaded.problems())
        .anyMatch(line -> line.contains("executor.verification.main.jwks"))
        .noneMatch(line -> line.contains("secret"));
  }

  @Test
  void halfAPairIsSaidToBe() {
    assertThat(load(Map.of("executor.verification.main.issuer", "https://as")).problems())
        .singleElement()
        .asString()
        .startsWith("executor.verification.main.jwks is missing");
    assertThat(load(Map.of("executor.verification.main.jwks", "/jwks")).problems())
        .singleElement()
        .asString()
        .startsWith("executor.verification.main.issuer is missing");
  }

  @Test
  void issuerUnderTwoNamesIsSaidToBe() {
    LoadedConfig loaded =
        load(
            Map.of(
                "executor.verification.a.issuer", "https://as",
                "executor.verification.a.jwks", "/a",
                "executor.verification.b.issuer", "https://as",
                "executor.verification.b.jwks", "/b"));

    assertThat(loaded.config().verification().issuers()).hasSize(1);
    assertThat(loaded.problems()).singleElement().asString().contains("same issuer");
  }
}
