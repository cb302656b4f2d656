/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedHashTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 32, 63, 64})
  void isTheHmacOfThePlatformCutToHalf(int keyLength) throws Exception {
    byte[] key = new byte[keyLength];
    new Random(keyLength).nextBytes(key);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] expected = mac.doFinal("domain\0secret-ü".getBytes(StandardCharsets.UTF_8));

    assertThat(new KeyedHash(key).of("domain", "secret-ü"))
        .isEqualTo(
            Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(expected, 16)));
  }

  @Test
  void domainsDoNotMeet() {
    KeyedHash hash = new KeyedHash(new byte[32]);

    assertThat(hash.of("a", "bc")).isNotEqualTo(hash.of("ab", "c"));
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    KeyedHash hash = new KeyedHash(new byte[32]);
    List<String> expected = IntStream.range(0, 64).mapToObj(i -> hash.of("d", "s" + i)).toList();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Callable<List<String>> all =
          () -> IntStream.range(0, 64).mapToObj(i -> hash.of("d", "s" + i)).toList();
      for (Future<List<String>> found : pool.invokeAll(java.util.Collections.nCopies(64, all))) {
        assertThat(found.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
