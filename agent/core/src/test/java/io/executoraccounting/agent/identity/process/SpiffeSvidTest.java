/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.ProcessIdentity;
import io.executoraccounting.agent.identity.TestTokens;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.Verification;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiffeSvidTest {
  @TempDir Path root;

  private static String pem(String name) throws Exception {
    try (InputStream in = TestTokens.class.getResourceAsStream(name + ".pem")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private Surroundings configured(String content) throws Exception {
    Surroundings surroundings = new Surroundings(root);
    return surroundings.svid(surroundings.file("opt/spiffe/svid", content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var/run/secrets/spiffe.io/tls.crt",
        "var/run/secrets/workload-spiffe-credentials/certificates.pem"
      })
  void certificateAtAUsualMountIsFound(String path) throws Exception {
    Surroundings surroundings = new Surroundings(root);
    surroundings.file(path, pem("spiffe"));

    ProcessIdentity process = surroundings.identity();

    assertThat(process.identity().id()).isEqualTo("spiffe://example.org/ns/shop/sa/billing");
    assertThat(process.identity().type()).isEqualTo(IdentityType.WORKLOAD);
    assertThat(process.source()).isEqualTo("x509_svid");
    assertThat(process.verification()).isEqualTo(Verification.ASSERTED);
  }

  @Test
  void firstCertificateOfABundleIsTheProcesssOwn() throws Exception {
    String key = "-----BEGIN PRIVATE KEY-----\nQ0FOQVJZ\n-----END PRIVATE KEY-----\n";

    assertThat(configured(key + pem("spiffe") + pem("host")).identity().identity().id())
        .isEqualTo("spiffe://example.org/ns/shop/sa/billing");
    assertThat(configured(key + pem("host") + pem("spiffe")).identity().source())
        .isEqualTo("os_user");
  }

  @Test
  void tokenNamesItsSubject() throws Exception {
    Surroundings surroundings =
        configured(TestTokens.jwt("{'sub':'spiffe://example.org/billing','aud':['x']}") + "\n");

    assertThat(surroundings.identity().identity().id()).isEqualTo("spiffe://example.org/billing");
    assertThat(surroundings.identity().source()).isEqualTo("jwt_svid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nAAAA",
        "spiffe://example.org/billing"
      })
  void configuredFileWithoutASpiffeIdIsMissed(String content) throws Exception {
    Surroundings surroundings = configured(content);

    assertThat(surroundings.identity().source()).isEqualTo("os_user");
    assertThat(surroundings.reader().missesSvid(surroundings.identity())).isTrue();
  }

  @Test
  void svidThatIsFoundIsNotMissed() throws Exception {
    Surroundings surroundings = configured(pem("spiffe"));

    assertThat(surroundings.reader().missesSvid(surroundings.identity())).isFalse();
    assertThat(new Surroundings(root).reader().missesSvid(new Surroundings(root).identity()))
        .isFalse();
  }

  @Test
  void addressOfTheWorkloadApiNamesNobody() {
    Surroundings surroundings =
        new Surroundings(root).with("SPIFFE_ENDPOINT_SOCKET", "unix:///spiffe/agent.sock");

    assertThat(surroundings.identity().source()).isEqualTo("os_user");
  }
}
