/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.executoraccounting.agent.weaving.fixture.FailingHandler;
import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import io.executoraccounting.agent.weaving.fixture.MismatchedHandler;
import io.executoraccounting.agent.weaving.fixture.SecondHandler;
import io.executoraccounting.agent.weaving.fixture.TracingHandler;
import io.executoraccounting.agent.weaving.fixture.UnlinkableHandler;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import io.executoraccounting.testing.ApplicationLoader;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import sample.library.EchoService;
import sample.library.Service;
import sample.library.Versioned;

class WeavingEngineTest {
  private static final String SERVICE = Service.class.getName();

  @Test
  void weavesClassesThreeLevelsBelowAnInterface() {
    try (TestEngine engine = new TestEngine(serving("echo", TracingHandler.class))) {
      assertThat(new EchoService().serve("a")).isEqualTo("echo a");

      assertThat(Seen.EVENTS).containsExactly("enter 1", "entered exit echo a");
      assertThat(engine.lines).isEmpty();
    }
  }

  @Test
  void passesExceptionsOfTheHostUnchanged() {
    try (TestEngine engine = new TestEngine(serving("echo", TracingHandler.class))) {
      assertThatThrownBy(() -> new EchoService().serve(null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no request");
      assertThat(Seen.EVENTS).containsExactly("enter 1", "entered exit IllegalArgumentException");
    }
  }

  @Test
  void weavesTwoExtensionsIntoOneMethod() {
    try (TestEngine engine =
        new TestEngine(
            serving("first", TracingHandler.class), serving("second", SecondHandler.class))) {
      new EchoService().serve("a");

      assertThat(Seen.EVENTS)
          .containsExactlyInAnyOrder("enter 1", "second a", "entered exit echo a");
    }
  }

  @Test
  void weavesJdkClassesThatAreLoaded() {
    String encoded = Base64.getEncoder().encodeToString(new byte[] {1});
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named("java.util.Base64$Encoder"),
            named("encodeToString"),
            TracingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("jdk", point))) {
      assertThat(Base64.getEncoder().encodeToString(new byte[] {1})).isEqualTo(encoded);

      assertThat(Seen.EVENTS).containsExactly("enter 1", "entered exit " + encoded);
    }
  }

  @Test
  void weavesStaticMethodsWithPrimitives() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named(Arithmetic.class.getName()),
            named("add"),
            TracingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("arithmetic", point))) {
      assertThat(Arithmetic.add(1, 2L)).isEqualTo(3L);

      assertThat(Seen.EVENTS).containsExactly("enter 2", "entered exit 3");
    }
  }

  @Test
  void switchesOffHandlerThatFailsOnEveryCall() {
    try (TestEngine engine = new TestEngine(serving("failing", FailingHandler.class))) {
      EchoService host = new EchoService();
      for (int call = 0; call < 100; call++) {
        assertThat(host.serve("a")).isEqualTo("echo a");
      }

      assertThat(Seen.EVENTS).hasSize(HandlerSwitch.MAX_FAILURES / 2);
      assertThat(engine.lines).hasSize(1);
      assertThat(engine.lines.get(0))
          .startsWith("failing: FailingHandler failed 32 times")
          .doesNotContain("canary");
    }
  }

  @Test
  void switchesOffFailingHandlerOfJdkClass() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named("java.util.Base64$Encoder"),
            named("encodeToString"),
            FailingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("failing", point))) {
      for (int call = 0; call < 100; call++) {
        Base64.getEncoder().encodeToString(new byte[] {1});
      }

      assertThat(Seen.EVENTS).hasSize(HandlerSwitch.MAX_FAILURES / 2);
      assertThat(engine.lines).hasSize(1);
    }
  }

  @Test
  void switchesOffExtensionThatDoesNotLinkAndOnlyThat() {
    try (TestEngine engine =
        new TestEngine(
            serving("broken", UnlinkableHandler.class), serving("second", SecondHandler.class))) {
      new EchoService().serve("a");
      new EchoService().serve("b");

      assertThat(Seen.EVENTS).containsExactly("second a", "second b");
      assertThat(engine.lines).hasSize(1);
      assertThat(engine.lines.get(0))
          .startsWith("broken: UnlinkableHandler does not link")
          .endsWith("silence with executor.extension.broken.enabled=false");
    }
  }

  @Test
  void leavesOutExtensionThatMissesAMethodAndOnlyThat() throws Exception {
    try (TestEngine engine =
            new TestEngine(
                serving("mismatched", MismatchedHandler.class),
                serving("second", SecondHandler.class));
        ApplicationLoader oldVersion = ApplicationLoader.of(OlderLibrary.jar())) {
      oldVersion.call(CallVersioned.class);

      assertThat(Seen.EVENTS).containsExactly("second a");
      // Loaders that other tests closed may still be there; they have no version to tell.
      assertThat(engine.lines)
          .filteredOn(line -> line.startsWith("mismatched 1.0"))
          .containsExactly(
              "mismatched 1.0: Versioned.since2 not found; its calls are not recorded;"
                  + " silence with executor.extension.mismatched.enabled=false");
    }
  }

  @Test
  void appliesExtensionWhereTheLibraryFits() {
    try (TestEngine engine = new TestEngine(serving("matching", MismatchedHandler.class))) {
      new Versioned().serve("a");

      assertThat(Seen.EVENTS).containsExactly("read 2");
    }
  }

  @Test
  void usesTheFirstOfTwoExtensionsOfOneName() {
    try (TestEngine engine =
        new TestEngine(
            serving("echo", SecondHandler.class), serving("echo", TracingHandler.class))) {
      new EchoService().serve("a");

      assertThat(Seen.EVENTS).containsExactly("second a");
      assertThat(engine.lines).containsExactly("extension echo is there twice; the first is used");
    }
  }

  @Test
  void keepsDisabledExtensionAwayFromClassesLoadedLater() throws Exception {
    try (TestEngine engine = new TestEngine(serving("echo", SecondHandler.class));
        ApplicationLoader later = ApplicationLoader.of()) {
      engine.engine.disableExtension("echo");
      later.call(CallVersioned.class);

      assertThat(Seen.EVENTS).isEmpty();
    }
  }

  @Test
  void stopsCallingHandlersOfDisabledExtensionAtOnce() {
    try (TestEngine engine = new TestEngine(serving("echo", TracingHandler.class))) {
      new EchoService().serve("a");
      engine.engine.disableExtension("echo");
      Seen.EVENTS.clear();

      assertThat(new EchoService().serve("b")).isEqualTo("echo b");
      assertThat(Seen.EVENTS).isEmpty();
    }
  }

  static FixtureExtension serving(String name, Class<?> handler) {
    return new FixtureExtension(
        name, WeavePoint.of(TypeSelector.subtypesOf(SERVICE), named("serve"), handler.getName()));
  }

  static final class Arithmetic {
    private Arithmetic() {}

    static long add(int left, long right) {
      return left + right;
    }
  }

  static final class CallVersioned implements Callable<String> {
    @Override
    public String call() {
      return new Versioned().serve("a");
    }
  }
}
