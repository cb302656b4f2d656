/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipHashTest {
  private static final SipHash HASH = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

  /** Vectors of the reference implementation: the input is the bytes 0, 1, 2 and so on. */
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "1, da87c1d86b99af44347659119b22fc45",
    "2, 8177228da4a45dc7fca38bdef60affe4",
    "15, 5493e99933b0a8117e08ec0f97cfc3d9",
    "16, 6ee2a4ca67b054bbfd3315bf85230577",
    "63, 5150d1772f50834a503e069a973fbd7c",
  })
  void agreesWithTheReference(int bytes, String expected) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i++) {
      text.append((char) i);
    }
    SipHash.Digest digest = HASH.of(text.toString());
    byte[] found =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(digest.high)
            .putLong(digest.low)
            .array();

    assertThat(HexFormat.of().formatHex(found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9, 100, 8191})
  void everyCharacterCounts(int length) {
    String text = "a".repeat(length);
    for (int i = 0; i < length; i += Math.max(1, length / 10)) {
      String narrow = text.substring(0, i) + "b" + text.substring(i + 1);
      String wide = text.substring(0, i) + "\u0161" + text.substring(i + 1);
      assertThat(HASH.of(text).sameAs(HASH.of(narrow))).isFalse();
      assertThat(HASH.of(text).sameAs(HASH.of(wide))).isFalse();
      assertThat(HASH.of(wide).sameAs(HASH.of(wide + "\0"))).isFalse();
      assertThat(HASH.of(wide).sameAs(HASH.of(wide.replace('\u0161', '\u0162')))).isFalse();
      assertThat(HASH.of(wide).sameAs(HASH.of(new String(wide)))).isTrue();
    }
    assertThat(HASH.of(text).sameAs(HASH.of(text + "\0"))).isFalse();
    assertThat(HASH.of(text).sameAs(HASH.of(new String(text)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "token"})
  void keyCounts(String text) {
    assertThat(HASH.of(text).sameAs(new SipHash(1, 2).of(text))).isFalse();
  }
}
