/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.ResponseScopes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseScopesReaderTest {
  @Test
  void readsWhatTheCredentialCarries() {
    ResponseScopes scopes = read(200, "X-OAuth-Scopes", "repo, read:org,user ");

    assertThat(scopes.carriedStated()).isTrue();
    assertThat(scopes.carried()).containsExactly("repo", "read:org", "user");
    assertThat(scopes.insufficient()).isFalse();
  }

  @Test
  void tellsNoScopesFromNoWord() {
    ResponseScopes scopes = read(200, "X-OAuth-Scopes", "");

    assertThat(scopes.carriedStated()).isTrue();
    assertThat(scopes.carried()).isEmpty();
  }

  @Test
  void readsWhatTheResourceAccepts() {
    ResponseScopes scopes = read(200, "X-Accepted-OAuth-Scopes", "repo, public_repo");

    assertThat(scopes.carriedStated()).isFalse();
    assertThat(scopes.required()).containsExactly("repo", "public_repo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "Bearer error=\"insufficient_scope\", scope=\"a b\"; true",
        "bearer realm=\"x, y\" ,error=insufficient_scope , scope=\"a b\"; true",
        "DPoP algs=\"ES256\", error=\"insufficient_scope\", scope=\"a  b\"; true",
        "Negotiate YWJj/+==, Bearer scope=\"a b\"; false",
        "Basic realm=\"r\", Bearer scope=\"a b\", error=\"invalid_token\"; false",
        "Bearer scope=\"a \\b\"; false",
      })
  void readsTheChallengeThatNamesScopes(String challenge, boolean insufficient) {
    ResponseScopes scopes = read(403, "WWW-Authenticate", challenge);

    assertThat(scopes.required()).containsExactly("a", "b");
    assertThat(scopes.insufficient()).isEqualTo(insufficient);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "403; Basic realm=\"scope=a\"",
        "403; Bearer realm=\"error=insufficient_scope\"",
        "403; Bearer scope=\"a",
        "403; Bearer",
        "403; Negotiate scope=\"a\"",
        "403; \"Bearer scope=a",
        "403; =",
        "200; Bearer error=\"insufficient_scope\", scope=\"a\"",
      })
  void takesNothingElseForScopes(int status, String challenge) {
    assertThat(ResponseScopesReader.read(status, headers("WWW-Authenticate", challenge))).isNull();
  }

  @Test
  void readsEveryLineOfTheHeader() {
    HeaderSource headers =
        headers(
            "WWW-Authenticate", "Basic realm=\"r\"", "Bearer scope=\"a\"", "Bearer scope=\"b\"");

    assertThat(ResponseScopesReader.read(401, headers).required()).containsExactly("a", "b");
  }

  @Test
  void leavesOutWhatIsNoScope() {
    String listed = "a, b c, d\"e, \u202Ef, " + "x".repeat(257) + ", ok";

    assertThat(read(200, "X-OAuth-Scopes", listed).carried()).containsExactly("a", "ok");
  }

  @Test
  void readsABoundedNumberOfScopes() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add("s" + i);
    }

    assertThat(read(200, "X-OAuth-Scopes", String.join(",", many.subList(0, 64))).carried())
        .isEqualTo(many.subList(0, 64));
    assertThat(read(200, "X-Accepted-OAuth-Scopes", String.join(",", many)).required())
        .isEqualTo(many.subList(0, 64));
  }

  /** Some of the scopes would pass for all of them, and a header that is too long for none. */
  @Test
  void doesNotTakeWhatItCannotReadWholeForAllThatIsCarried() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      many.add("s" + i);
    }

    assertThat(read(200, "X-OAuth-Scopes", String.join(",", many))).isNull();
    assertThat(read(200, "X-OAuth-Scopes", "x,".repeat(100_000))).isNull();
  }

  private static ResponseScopes read(int status, String name, String value) {
    return ResponseScopesReader.read(status, headers(name, value));
  }

  private static HeaderSource headers(String name, String... values) {
    return new HeaderSource() {
      @Override
      public String get(String asked) {
        return asked.equalsIgnoreCase(name) ? values[0] : null;
      }

      @Override
      public List<String> all(String asked) {
        return asked.equalsIgnoreCase(name) ? List.of(values) : List.of();
      }
    };
  }
}
