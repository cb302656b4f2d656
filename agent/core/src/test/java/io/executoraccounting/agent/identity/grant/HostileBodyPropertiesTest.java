/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever passes, nothing is thrown at the application. */
class HostileBodyPropertiesTest {
  private static final String REQUEST = "grant_type=client_credentials&client_id=a";

  @Property(seed = "20261124", tries = 600)
  void anyBytesArePassed(
      @ForAll @Size(max = 3000) byte[] request,
      @ForAll @Size(max = 3000) byte[] response,
      @ForAll @IntRange(min = 1, max = 64) int piece) {
    assertThatCode(() -> new Issuing().inPiecesOf(piece).exchange("POST", request, 200, response))
        .doesNotThrowAnyException();
  }

  @Property(seed = "20261124", tries = 600)
  void anyTextOfTheRightLettersIsPassed(
      @ForAll("responses") String response, @ForAll @IntRange(min = 1, max = 9) int piece) {
    assertThatCode(() -> new Issuing().inPiecesOf(piece).post(REQUEST, response))
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> responses() {
    Arbitrary<String> json =
        Arbitraries.strings().withChars("{}[]\":,\\u0eE+-.1 \n").ofMaxLength(60).map("{"::concat);
    Arbitrary<String> xml =
        Arbitraries.strings().withChars("<>/!?-&;#x1ab =\"'").ofMaxLength(60).map("<"::concat);
    return Arbitraries.oneOf(json, xml);
  }

  @Property(seed = "20261124", tries = 600)
  void aDamagedExchangeIsPassed(
      @ForAll @IntRange(max = 6) int which,
      @ForAll @IntRange(max = 1999) int at,
      @ForAll byte wrong) {
    GrantSamples sample = GrantSamples.all().get(which);
    byte[] request = sample.request().clone();
    byte[] response = sample.response().clone();
    request[at % request.length] = wrong;
    response[at % response.length] = wrong;

    assertThatCode(() -> sample.issuing().exchange("POST", request, 200, response))
        .doesNotThrowAnyException();
  }
}
