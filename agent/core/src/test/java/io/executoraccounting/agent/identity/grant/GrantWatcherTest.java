/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantWatcherTest {
  @ParameterizedTest
  @CsvSource({
    "GET, https://api.example.com/orders/1",
    "GET, https://as.example.com/token",
    "DELETE, https://as.example.com/token",
    "GET, http://169.254.169.254/latest/meta-data/iam/security-credentials/",
    "GET, http://169.254.169.254/latest/meta-data/instance-id",
    "GET, http://169.254.170.3/v2/credentials/0f9a",
    "GET, http://metadata/computeMetadata/v1/instance/service-accounts//token",
    "POST, https://api.example.com/orders",
    "POST, https://api.github.com/repos/o/r/access_tokens",
    "POST, https://api.github.com/app/installations/4x/access_tokens",
    "POST, https://k/api/v1/namespaces/a/b/token",
    "POST, https://x/v2/serviceAccounts/a:generateAccessToken",
  })
  void otherRequestsAreNotWatched(String method, String url) {
    Issuing issuing = new Issuing().withoutHeaders().header("Content-Type", "text/plain").to(url);

    assertThat(issuing.watch(method)).isNull();
  }

  @Test
  void formsAreWatchedWhereverTheyGo() {
    assertThat(new Issuing().to("https://any.example.com/path").watch("POST")).isNotNull();
  }

  @Test
  void jsonIsWatchedAtATokenEndpoint() {
    Issuing json = new Issuing().withoutHeaders().header("Content-Type", "application/json");

    assertThat(json.to("https://t.auth0.com/oauth/token").watch("POST")).isNotNull();
    assertThat(json.to("https://api.example.com/orders").watch("POST")).isNull();
  }

  @Test
  void formWithoutItsMediaTypeIsWatchedAtATokenEndpoint() {
    Issuing untold = new Issuing().withoutHeaders();

    assertThat(untold.to("https://as.example.com/token").watch("POST")).isNotNull();
    assertThat(untold.to("https://as.example.com/").watch("POST")).isNull();
  }
}
