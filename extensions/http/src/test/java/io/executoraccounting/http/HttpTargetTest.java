/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://Example.com/users/7?q=alice#top, http://example.com/users/{id}",
    "https://alice:hunter2@example.com/, https://example.com/",
    "https://example.com:443/a, https://example.com/a",
    "https://example.com:8443/a, https://example.com:8443/a",
    "http://[::1]:8080/a, http://[::1]:8080/a",
    "http://example.com, http://example.com/",
  })
  void redactsTheUrl(String url, String redacted) throws Exception {
    assertThat(HttpTarget.of("GET", URI.create(url)).redactedUrl()).isEqualTo(redacted);
    assertThat(HttpTarget.of("GET", new java.net.URL(url)).redactedUrl()).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource({"http://a/, 80", "https://a/, 443", "wss://a/, 443", "http://a:81/, 81", "x://a/, 0"})
  void knowsThePort(String url, int port) {
    assertThat(HttpTarget.of("GET", URI.create(url)).port()).isEqualTo(port);
  }

  @Test
  void doesNotTakeAnAuthorityForAHost() {
    HttpTarget target = HttpTarget.of("GET", "http", "alice:hunter2@example.com", 0, "/");
    assertThat(target.host()).isNull();
    assertThat(target.redactedUrl()).isNull();
  }
}
