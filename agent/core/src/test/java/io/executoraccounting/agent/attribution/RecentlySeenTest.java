/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlySeenTest {
  private final RecentlySeen seen = new RecentlySeen(3);

  @Test
  void knowsWhatItSaw() {
    assertThat(seen.see("a")).isFalse();
    assertThat(seen.see("a")).isTrue();
    assertThat(seen.see("b")).isFalse();
    assertThat(seen.see("a")).isTrue();
    assertThat(seen.see("b")).isTrue();
  }

  @Test
  void forgetsWhatItDidNotSeeForLongest() {
    seen.see("a");
    seen.see("b");
    seen.see("c");
    seen.see("a");
    seen.see("d");

    assertThat(seen.see("a")).isTrue();
    assertThat(seen.see("d")).isTrue();
    assertThat(seen.see("c")).isTrue();
    assertThat(seen.see("b")).isFalse();
  }
}
