/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
  private final WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();

  @Test
  void isEmptyUntilSomethingIsRememberedAndAfterItIsForgotten() {
    WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();
    Object key = new Object();
    assertThat(map.isEmpty()).isTrue();
    map.put(key, "x");
    assertThat(map.isEmpty()).isFalse();
    map.remove(key);
    assertThat(map.isEmpty()).isTrue();
  }

  @Test
  void tellsEqualObjectsApart() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    map.put(one, "one");
    map.put(other, "other");
    assertThat(map.get(one)).isEqualTo("one");
    assertThat(map.get(other)).isEqualTo("other");
    assertThat(map.get(new ArrayList<>())).isNull();
  }

  @Test
  void callsNoMethodOfItsKeys() {
    Object hostile =
        new Object() {
          @Override
          public boolean equals(Object other) {
            throw new AssertionError("equals was called");
          }

          @Override
          public int hashCode() {
            throw new AssertionError("hashCode was called");
          }
        };
    map.put(hostile, "value");
    assertThat(map.remove(hostile)).isEqualTo("value");
    assertThat(map.size()).isZero();
  }

  @Test
  void keepsTheFirstOfTwo() {
    Object key = new Object();
    assertThat(map.putIfAbsent(key, "first")).isNull();
    assertThat(map.putIfAbsent(key, "second")).isEqualTo("first");
    assertThat(map.get(key)).isEqualTo("first");
  }

  @Test
  void forgetsWhatTheApplicationDropped() throws InterruptedException {
    Object kept = new Object();
    map.put(kept, "kept");
    for (int i = 0; i < 1_000; i++) {
      map.put(new Object(), "dropped");
    }
    for (int i = 0; i < 100 && map.size() > 1; i++) {
      System.gc();
      WeakIdentityMap.sweep();
      Thread.sleep(1);
    }
    assertThat(map.size()).isEqualTo(1);
    assertThat(map.get(kept)).isEqualTo("kept");
  }
}
