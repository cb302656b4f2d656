/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import io.executoraccounting.agent.weaving.fixture.TracingHandler;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import io.executoraccounting.testing.ApplicationLoader;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import sample.library.EchoService;
import sample.library.Service;

class SkippedClassesTest {
  @Test
  void skipsProxies() {
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class))) {
      Service proxy =
          (Service)
              Proxy.newProxyInstance(
                  Service.class.getClassLoader(),
                  new Class<?>[] {Service.class},
                  (self, method, arguments) -> "proxied");

      assertThat(proxy.serve("a")).isEqualTo("proxied");
      assertThat(Seen.EVENTS).isEmpty();
    }
  }

  @Test
  void skipsLambdas() {
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class))) {
      Service lambda = request -> "lambda";

      assertThat(lambda.serve("a")).isEqualTo("lambda");
      assertThat(Seen.EVENTS).isEmpty();
    }
  }

  @Test
  void skipsHiddenClasses() throws Exception {
    byte[] file =
        ClassFileSource.of(HiddenService.class.getClassLoader())
            .read(HiddenService.class.getName());
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class))) {
      Service hidden =
          (Service)
              MethodHandles.lookup()
                  .defineHiddenClass(file, true)
                  .lookupClass()
                  .getDeclaredConstructor()
                  .newInstance();

      assertThat(hidden.serve("a")).isEqualTo("hidden");
      assertThat(Seen.EVENTS).isEmpty();
      assertThat(engine.lines).isEmpty();
    }
  }

  @Test
  void skipsDefaultMethodsOfInterfaces() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.subtypesOf(Service.class.getName()),
            isDeclaredBy(isInterface()).or(named("serve")),
            TracingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("echo", point))) {
      new Inheriting().serve("a");

      assertThat(Seen.EVENTS).isEmpty();
    }
  }

  @Test
  void loadsNoApplicationClassToDecide() throws Exception {
    Set<String> before;
    Set<String> after;
    try (ApplicationLoader plain = ApplicationLoader.of()) {
      before = loadedBy(plain);
    }
    try (TestEngine engine =
            new TestEngine(WeavingEngineTest.serving("echo", TracingHandler.class));
        ApplicationLoader woven = ApplicationLoader.of()) {
      after = loadedBy(woven);
    }

    assertThat(before).contains(EchoService.class.getName());
    assertThat(after).isEqualTo(before);
  }

  private static Set<String> loadedBy(ApplicationLoader application) throws Exception {
    application.call(CallEcho.class);
    Set<String> names = new TreeSet<>();
    for (Class<?> loaded : TestEngine.INSTRUMENTATION.getAllLoadedClasses()) {
      if (loaded.getClassLoader() == application) {
        names.add(loaded.getName());
      }
    }
    return names;
  }

  static final class CallEcho implements Callable<String> {
    @Override
    public String call() {
      return new EchoService().serve("a");
    }
  }

  static final class HiddenService implements Service {
    HiddenService() {}

    @Override
    public String serve(String request) {
      return "hidden";
    }
  }

  interface WithDefault extends Service {
    @Override
    default String serve(String request) {
      return "default";
    }
  }

  static final class Inheriting implements WithDefault {}
}
