/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.weaving.fixture.CountingHandler;
import io.executoraccounting.agent.weaving.fixture.FailingHandler;
import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import io.executoraccounting.agent.weaving.fixture.SecondHandler;
import io.executoraccounting.agent.weaving.fixture.TracingHandler;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import io.executoraccounting.testing.ApplicationLoader;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import sample.library.EchoService;

class UninstallTest {
  @Test
  void restoresTheBytesOfApplicationClasses() throws Exception {
    byte[] original = bytesOf(EchoService.class);
    byte[] woven;
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class))) {
      woven = bytesOf(EchoService.class);
    }

    assertThat(woven).isNotEqualTo(original);
    assertThat(bytesOf(EchoService.class)).isEqualTo(original);
  }

  @Test
  void restoresTheBytesOfJdkClasses() throws Exception {
    Class<?> encoder = Base64.getEncoder().getClass();
    byte[] original = bytesOf(encoder);
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named(encoder.getName()),
            named("encodeToString"),
            TracingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("jdk", point))) {
      assertThat(bytesOf(encoder)).isNotEqualTo(original);
    }

    assertThat(bytesOf(encoder)).isEqualTo(original);
    Seen.EVENTS.clear();
    Base64.getEncoder().encodeToString(new byte[] {1});
    assertThat(Seen.EVENTS).isEmpty();
  }

  @Test
  void weavesAgainAfterwards() {
    new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class)).close();
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class))) {
      new EchoService().serve("a");

      assertThat(Seen.EVENTS).containsExactly("enter 1", "entered exit echo a");
    }
  }

  @Test
  void leavesRunningThreadsUndisturbedWhileItComesAndGoes() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Integer>> wrong = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int thread = 0; thread < 4; thread++) {
        wrong.add(threads.submit(() -> countWrongAnswers(over)));
      }
      for (int round = 0; round < 5; round++) {
        new TestEngine(
                WeavingEngineTest.serving("echo", CountingHandler.class),
                WeavingEngineTest.serving("failing", FailingHandler.class))
            .close();
      }
    } finally {
      over.set(true);
      threads.shutdown();
    }

    for (Future<Integer> count : wrong) {
      assertThat(count.get()).isZero();
    }
  }

  private static int countWrongAnswers(AtomicBoolean over) {
    EchoService service = new EchoService();
    int wrong = 0;
    while (!over.get()) {
      wrong += service.serve("a").equals("echo a") ? 0 : 1;
    }
    return wrong;
  }

  @Test
  void releasesPluginLoaders() throws Exception {
    Collected plugin;
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", SecondHandler.class))) {
      new EchoService().serve("a");
      plugin = new Collected(pluginLoaderOf(SecondHandler.class));
    }

    plugin.isAwaited();
  }

  @Test
  void letsApplicationLoadersGoWhileInstalled() throws Exception {
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", SecondHandler.class))) {
      Collected application = new Collected(runApplication());

      assertThat(Seen.EVENTS).containsExactly("second a");
      application.isAwaited();
    }
  }

  private static ClassLoader runApplication() throws Exception {
    try (ApplicationLoader application = ApplicationLoader.of()) {
      application.call(CallEcho.class);
      return application;
    }
  }

  /** The loader that defined the handler which ran. */
  static ClassLoader pluginLoaderOf(Class<?> handler) {
    for (Class<?> loaded : TestEngine.INSTRUMENTATION.getAllLoadedClasses()) {
      if (loaded.getName().equals(handler.getName())
          && loaded.getClassLoader() instanceof PluginLoader) {
        return loaded.getClassLoader();
      }
    }
    throw new AssertionError(handler + " was not loaded by a plugin loader");
  }

  /** The class file as a retransformation finds it after all transformers. */
  private static byte[] bytesOf(Class<?> type) throws Exception {
    AtomicReference<byte[]> seen = new AtomicReference<>();
    ClassFileTransformer capturing =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] file) {
            if (redefined == type) {
              seen.set(file.clone());
            }
            return null;
          }
        };
    TestEngine.INSTRUMENTATION.addTransformer(capturing, true);
    try {
      TestEngine.INSTRUMENTATION.retransformClasses(type);
    } finally {
      TestEngine.INSTRUMENTATION.removeTransformer(capturing);
    }
    return seen.get();
  }

  static final class CallEcho implements Callable<String> {
    @Override
    public String call() {
      return new EchoService().serve("a");
    }
  }
}
