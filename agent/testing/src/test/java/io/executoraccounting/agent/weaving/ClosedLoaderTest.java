/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.weaving.fixture.SecondHandler;
import io.executoraccounting.testing.ApplicationLoader;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sample.library.EchoService;
import sample.library.Versioned;

/** Loaders that give no class files as resources, or not any more. */
class ClosedLoaderTest {
  @ParameterizedTest
  @ValueSource(classes = {EchoService.class, Versioned.class})
  void weavesLoadedClassesWhoseLoaderIsClosed(Class<?> type) throws Exception {
    ApplicationLoader application = ApplicationLoader.of();
    Class<?> loaded = Class.forName(type.getName(), true, application);
    Object service = loaded.getDeclaredConstructor().newInstance();
    Method serve = loaded.getMethod("serve", String.class);
    application.close();
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", SecondHandler.class))) {
      serve.invoke(service, "a");

      assertThat(engine.lines).isEmpty();
      assertThat(Seen.EVENTS).containsExactly("second a");
    }
  }
}
