/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetransformationTest {
  private final List<Class<?>> retransformed = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void splitsBatchUntilTheClassThatFailsStandsAlone() {
    List<Class<?>> classes =
        List.of(String.class, Integer.class, Long.class, Short.class, Byte.class);
    Retransformation retransformation = retransformation(Long.class);

    retransformation.of(classes);
    retransformation.sayFailures();

    assertThat(retransformed)
        .containsExactlyInAnyOrder(String.class, Integer.class, Short.class, Byte.class);
    assertThat(lines)
        .containsExactly(
            "1 loaded classes could not be retransformed, first java.lang.Long"
                + " (java.lang.UnsupportedOperationException)");
  }

  @Test
  void boundsBatches() {
    retransformation(Void.class).of(Collections.nCopies(150, String.class));

    assertThat(batches).containsExactly(64, 64, 22);
  }

  private Retransformation retransformation(Class<?> failing) {
    Instrumentation instrumentation =
        (Instrumentation)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (self, method, arguments) -> {
                  List<Class<?>> batch = Arrays.asList((Class<?>[]) arguments[0]);
                  batches.add(batch.size());
                  if (batch.contains(failing)) {
                    throw new UnsupportedOperationException();
                  }
                  retransformed.addAll(batch);
                  return null;
                });
    return new Retransformation(instrumentation, lines::add);
  }
}
