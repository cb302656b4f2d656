/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.agent.identity.TestTokens.jwt;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CredentialCacheTest {
  private static CredentialUse use(int i) {
    return CredentialUse.builder(CredentialKind.JWT).publicId("id" + i).build();
  }

  @Test
  void remembersByTextAndPurpose() {
    CredentialCache cache = new CredentialCache(16);
    CredentialUse use = use(1);
    cache.put(cache.key(1, "a"), use);

    assertThat(cache.get(cache.key(1, new String("a")))).isSameAs(use);
    assertThat(cache.get(cache.key(2, "a"))).isNull();
    assertThat(cache.get(cache.key(1, "b"))).isNull();
  }

  @Test
  void newestStaysWhateverElseIsRemembered() {
    CredentialCache cache = new CredentialCache(2);
    for (int i = 0; i < 1000; i++) {
      CredentialUse use = use(i);
      cache.put(cache.key(0, "token" + i), use);
      assertThat(cache.get(cache.key(0, "token" + i))).isSameAs(use);
    }
  }

  @Test
  void secondNewestStaysBesideTheNewest() {
    CredentialCache cache = new CredentialCache(2);
    int kept = 0;
    for (int i = 1; i < 200; i++) {
      cache.put(cache.key(0, "token" + i), use(i));
      kept += cache.get(cache.key(0, "token" + (i - 1))) == null ? 0 : 1;
    }

    assertThat(kept).isBetween(60, 198);
  }

  @Test
  void replacedEntryDoesNotPushOutItsNeighbour() {
    CredentialCache cache = new CredentialCache(2);
    SipHash.Digest one = new SipHash.Digest(1, 0);
    SipHash.Digest other = new SipHash.Digest(2, 1);
    cache.put(one, use(1));
    cache.put(other, use(2));
    cache.put(one, use(3));

    assertThat(cache.get(one).publicId()).isEqualTo("id3");
    assertThat(cache.get(other).publicId()).isEqualTo("id2");
  }

  /** Fewer slots than tokens, so that every slot is fought for. */
  @Test
  void neverAnswersWithAnotherCredential() throws Exception {
    PresentedCredentialReader reader = new PresentedCredentialReader(Fingerprinter.random());
    int tokens = 4096;
    List<String> headers = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      headers.add("Bearer " + jwt("{'iss':'https://as','sub':'u" + i + "'}"));
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int step = 2 * t + 1;
        tasks.add(
            () -> {
              int wrong = 0;
              for (int n = 0; n < 10_000; n++) {
                int i = n * step % tokens;
                String expected = "oauth:https://as#u" + i;
                CredentialUse use = reader.fromHeaders(Headers.of("Authorization", headers.get(i)));
                wrong += expected.equals(use.principal()) ? 0 : 1;
              }
              return wrong;
            });
      }
      for (Future<Integer> wrong : pool.invokeAll(tasks)) {
        assertThat(wrong.get()).isZero();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
