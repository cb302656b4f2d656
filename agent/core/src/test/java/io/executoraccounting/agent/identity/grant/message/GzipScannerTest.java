/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipScannerTest {
  private static final int PLAIN_HEADER = 10;

  private final ToldFields fields = new ToldFields();
  private final ResponseScanner scanner = new ResponseScanner(fields);

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** RFC 1952 s2.3: every part that a header may have, by the bits that announce them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 8, 16, 31})
  void everyHeaderIsPassedOver(int flags) throws Exception {
    byte[] plain = gzip("{\"a\":\"1\"}".getBytes(UTF_8));
    ByteArrayOutputStream headed = new ByteArrayOutputStream();
    headed.write(plain, 0, 3);
    headed.write(flags);
    headed.write(plain, 4, PLAIN_HEADER - 4);
    if ((flags & 4) != 0) {
      headed.write(new byte[] {3, 0, 'e', 0, 'x'});
    }
    if ((flags & 8) != 0) {
      headed.write("name\0".getBytes(UTF_8));
    }
    if ((flags & 16) != 0) {
      headed.write("comment\0".getBytes(UTF_8));
    }
    if ((flags & 2) != 0) {
      headed.write(new byte[] {1, 2});
    }
    headed.write(plain, PLAIN_HEADER, plain.length - PLAIN_HEADER);

    byte[] message = headed.toByteArray();
    for (int i = 0; i < message.length; i++) {
      scanner.scan(message, i, 1);
    }
    scanner.end();
    assertThat(fields.told()).isEqualTo("/a=1");
  }

  @Test
  void emptyExtraFieldIsPassedOver() throws Exception {
    byte[] plain = gzip("{\"a\":\"1\"}".getBytes(UTF_8));
    ByteArrayOutputStream headed = new ByteArrayOutputStream();
    headed.write(plain, 0, 3);
    headed.write(4);
    headed.write(plain, 4, PLAIN_HEADER - 4);
    headed.write(new byte[2]);
    headed.write(plain, PLAIN_HEADER, plain.length - PLAIN_HEADER);

    assertThat(fields.of(scanner, headed.toByteArray())).isEqualTo("/a=1");
  }

  @Test
  void compressedTwiceIsRefused() throws Exception {
    byte[] twice = gzip(gzip("{\"a\":\"1\"}".getBytes(UTF_8)));

    assertThatThrownBy(() -> fields.of(scanner, twice)).isInstanceOf(IOException.class);
  }

  @Test
  void whatOnlyBeginsLikeItIsRefused() {
    assertThatThrownBy(() -> fields.of(scanner, new byte[] {0x1f, 0x1f, 8}))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> fields.of(new ResponseScanner(fields), new byte[] {0x1f, (byte) 0x8b, 9}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void damagedContentIsRefused() throws Exception {
    byte[] damaged = gzip("{\"a\":\"1\"}".getBytes(UTF_8));
    Arrays.fill(damaged, PLAIN_HEADER, damaged.length, (byte) 0xff);

    assertThatThrownBy(() -> fields.of(scanner, damaged)).isInstanceOf(IOException.class);
  }

  @Test
  void markOfUtf8AndSpaceBeforeTheMessageArePassedOver() throws Exception {
    assertThat(fields.of(scanner, "\ufeff \r\n\t{\"a\":\"1\"}")).isEqualTo("/a=1");
  }
}
