/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class AllClassesTest {
  private static Instrumentation knowing(Class<?>[] loaded) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            AllClassesTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> loaded);
  }

  @Test
  void endingJvmHasNoClasses() {
    assertThat(AllClasses.of(knowing(null))).isEmpty();
  }

  @Test
  void runningJvmHasThoseThatItSays() {
    assertThat(AllClasses.of(knowing(new Class<?>[] {String.class}))).containsExactly(String.class);
  }
}
