/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.agent.identity.grant.message.MessageScanner;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is learned of nonsense. */
class HostileBodyTest {
  private static final String REQUEST = "grant_type=client_credentials&client_id=a";
  private static final String ANSWER = "{\"access_token\":\"opaque\",\"padding\":\"@\"}";

  static Stream<String> unusable() {
    String deep = "[".repeat(100);
    return Stream.of(
        "",
        "null",
        "[]",
        "<a/>",
        "{}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":null}",
        "{\"access_token\":{\"access_token\":\"opaque\"}}",
        "{\"access_token\":\"opaque\",\"access_token\":\"other\"}",
        "{\"access_token\":\"opaque\"",
        "{\"access_token\":\"opaque\",}",
        "\u0000{\"access_token\":\"opaque\"}",
        "{\"access_token\":\"opaque\",\"x\":" + deep + "1" + deep.replace('[', ']') + "}",
        ANSWER.replace("@", "x".repeat(MessageScanner.MAX_LENGTH)),
        ANSWER.replace("opaque", "x".repeat(Fields.TOKEN_LENGTH + 1)),
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void nothingIsLearnedOfWhatIsNoAnswer(String response) {
    Issuing issuing = new Issuing().post(REQUEST, response);

    assertThat(issuing.grants.size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("unasked")
  void nothingIsLearnedOfWhatIsNoRequest(String request) {
    Issuing issuing = new Issuing().post(request, ANSWER);

    assertThat(issuing.grants.size()).isZero();
    assertThat(issuing.described().operation()).isNull();
  }

  static Stream<String> unasked() {
    return Stream.of(
        "",
        "client_id=a",
        "grant_type=",
        "grant_type=something",
        "grant_type=client_credentials&grant_type=password",
        "grant_type=client_credentials&Action=AssumeRole",
        "grant_type=client_credentials&client_id=%4",
        "grant_type=client_credentials&client_id=%zz",
        "grant_type=client_credentials&client_id=%ff",
        "padding=" + "x".repeat(MessageScanner.MAX_LENGTH) + "&" + REQUEST,
        "{\"grant_type\":\"client_credentials\"}");
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void nothingIsLearnedOfAFailure(int status) {
    Issuing issuing =
        new Issuing().exchange("POST", REQUEST.getBytes(UTF_8), status, ANSWER.getBytes(UTF_8));

    assertThat(issuing.grants.size()).isZero();
  }

  static Stream<Integer> statuses() {
    return Stream.of(100, 302, 400, 401, 500);
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void whatInflatesBeyondTheBudgetTeachesNothing(int length) {
    byte[] bomb = GrantSamples.gzip(ANSWER.replace("@", "x".repeat(length)));
    Issuing issuing = new Issuing().exchange("POST", REQUEST.getBytes(UTF_8), 200, bomb);

    assertThat(issuing.grants.size()).isZero();
  }

  static Stream<Integer> bombs() {
    return Stream.of(MessageScanner.MAX_LENGTH, 20_000_000);
  }
}
