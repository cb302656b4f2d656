/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "/users/4711, /users/{id}",
    "/users/-1/mails, /users/{id}/mails",
    "/orders/1.5, /orders/{id}",
    "'/orders/1,2,3', '/orders/{id}'",
    "/phones/+4930123456, /phones/{id}",
    "/hosts/10.0.0.12, /hosts/{id}",
    "/orders/order-12345, /orders/{id}",
    "/customers/cus_9s6XKzkNRiz8i3, /customers/{id}",
    "/instances/i-0abcd1234, /instances/{id}",
    "/items/01ARZ3NDEKTSV4RRFFQ69G5FAV, /items/{id}",
    "/files/ffffffff-ffff-ffff-ffff-ffffdefffffa, /files/{uuid}",
    "/files/3f2504e0-4f89-11d3-9a0c-0305e82c3301, /files/{uuid}",
    "/commits/9fceb02d0ae598e95dc970b74767f19372d61af8, /commits/{token}",
    "/reset/dGhpcyBpcyBhIHNlY3JldA==, /reset/{token}",
    "/bot123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11/sendMessage, /{token}/sendMessage",
    "/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln, /t/{token}",
    "/users/alice@example.com/mails, /users/{email}/mails",
    "/users/alice%40example.com, /users/{email}",
    "/reports/2026-11-24, /reports/{date}",
    "/reports/2026-11-24T20:30:00Z/lines, /reports/{date}/lines",
    "/reports/2026-11, /reports/{date}",
    "/scans/passport-of-alice.pdf, /scans/{file}",
    "/scans/scan0042.JPG, /scans/{file}",
    "/people/J%C3%BCrgen, /people/{value}",
    "/products(42), /{value}",
    "/a/@alice, /a/{value}",
    "/users/alice/mails, /users/{id}/mails",
    "/v1/Customers/alice-liddell, /v1/Customers/{id}",
  })
  void replacesWhatNamesOneThing(String path, String template) {
    assertThat(PathTemplate.of(path)).isEqualTo(template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/api/v1/users",
        "/apis/apps/v1beta1/namespaces",
        "/.well-known/openid-configuration",
        "/oauth2/token",
        "/_search",
        "/$metadata",
        "/rpc/getUserAccountDetails",
        "/internationalization/settings/",
        "/v1/projects:testIamPermissions",
        "/openapi.json",
        "/users/me/settings",
        "/customers/search",
      })
  void keepsTheWordsOfARoute(String path) {
    assertThat(PathTemplate.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/login?user=alice&password=hunter2, /login",
    "/login#access_token=abc, /login",
    "/cart;jsessionid=0123456789ABCDEF/items, /cart/items",
    "?q=alice, /",
  })
  void dropsQueryFragmentAndMatrixParameters(String path, String template) {
    assertThat(PathTemplate.of(path)).isEqualTo(template);
  }

  @Test
  void takesNothingForTheRoot() {
    assertThat(PathTemplate.of(null)).isEqualTo("/");
    assertThat(PathTemplate.of("")).isEqualTo("/");
  }

  @Test
  void keepsTheAsteriskOfOptions() {
    assertThat(PathTemplate.of("*")).isEqualTo("*");
  }

  @Test
  void joinsEmptySegments() {
    assertThat(PathTemplate.of("//api///users")).isEqualTo("/api/users");
  }

  @Test
  void saysThatDeepPathsGoOn() {
    assertThat(PathTemplate.of("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r"))
        .isEqualTo("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/{more}");
  }
}
