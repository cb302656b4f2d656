/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.GrantWatch;
import io.executoraccounting.spi.OutboundCall;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body teaches the same in whatever pieces it passes. */
class BodyPiecesPropertiesTest {
  static List<GrantSamples> samples() {
    return GrantSamples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void wholeBodiesTeachSomething(GrantSamples sample) throws Exception {
    assertThat(sample.learned(pieces(sample, new int[0]))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void twoPiecesTeachTheSameWhereverTheyPart(GrantSamples sample) throws Exception {
    String whole = sample.learned(pieces(sample, new int[0]));
    int longest = Math.max(sample.request().length, sample.response().length);

    for (int at = 1; at < longest; at++) {
      assertThat(sample.learned(pieces(sample, new int[] {at}))).as("at " + at).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void singleBytesTeachTheSame(GrantSamples sample) throws Exception {
    Issuing issuing = sample.issuing().inPiecesOf(1);

    issuing.exchange("POST", sample.request(), 200, sample.response());

    assertThat(sample.learned(issuing)).isEqualTo(sample.learned(pieces(sample, new int[0])));
  }

  @Property(seed = "20261124", tries = 300)
  void anyPiecesTeachTheSame(
      @ForAll @IntRange(max = 6) int which,
      @ForAll @Size(max = 12) List<@IntRange(max = 2000) Integer> cuts)
      throws Exception {
    GrantSamples sample = samples().get(which);
    int[] sorted = cuts.stream().mapToInt(cut -> cut).sorted().toArray();

    assertThat(sample.learned(pieces(sample, sorted)))
        .isEqualTo(sample.learned(pieces(sample, new int[0])));
  }

  /** A client that has read the object's end may use the token before it asks for more. */
  @ParameterizedTest
  @MethodSource("samples")
  void grantIsKnownOnceTheResponseShowsItsEnd(GrantSamples sample) {
    Issuing issuing = sample.issuing();
    GrantWatch watch = issuing.watch("POST");
    watch.requestBody(sample.request(), 0, sample.request().length);
    watch.responded(200);
    watch.responseBody(sample.response(), 0, sample.response().length);

    assertThat(issuing.grants.grantOf(sample.issued())).isNotNull();
  }

  @Test
  void arrayIsReadWithinItsBoundsAlone() {
    GrantSamples sample = samples().get(0);
    Issuing issuing = sample.issuing();
    GrantWatch watch = issuing.watch("POST");
    byte[] padded = Arrays.copyOf(sample.request(), sample.request().length + 50);
    Arrays.fill(padded, sample.request().length, padded.length, (byte) '&');
    watch.requestBody(padded, 0, sample.request().length);
    watch.describe(OutboundCall.builder("http", "POST /").build());
    byte[] shifted = new byte[sample.response().length + 7];
    System.arraycopy(sample.response(), 0, shifted, 7, sample.response().length);
    watch.responded(200);
    watch.responseBody(shifted, 7, sample.response().length);

    assertThat(issuing.grants.grantOf(sample.issued())).isNotNull();
  }

  private static Issuing pieces(GrantSamples sample, int[] cuts) {
    Issuing issuing = sample.issuing();
    GrantWatch watch = issuing.watch("POST");
    cut(sample.request(), cuts, watch::requestBody);
    watch.responded(200);
    cut(sample.response(), cuts, watch::responseBody);
    watch.responseEnded();
    return issuing;
  }

  private static void cut(byte[] body, int[] cuts, Piece piece) {
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(cut, body.length);
      piece.accept(body, from, to - from);
      from = to;
    }
    piece.accept(body, from, body.length - from);
  }

  private interface Piece {
    void accept(byte[] bytes, int offset, int length);
  }
}
