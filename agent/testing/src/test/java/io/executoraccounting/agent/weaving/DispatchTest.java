/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.agent.weaving.fixture.ConstructedHandler;
import io.executoraccounting.agent.weaving.fixture.CountingHandler;
import io.executoraccounting.agent.weaving.fixture.FixtureExtension;
import io.executoraccounting.agent.weaving.fixture.OpeningHandler;
import io.executoraccounting.agent.weaving.fixture.TracingHandler;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import org.junit.jupiter.api.Test;
import sample.library.Service;

/** Classes whose handlers cannot be linked: of the JDK, and of old compilers. */
class DispatchTest {
  @Test
  void weavesClassFilesThatHaveNoInvokedynamic() throws Exception {
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("old", TracingHandler.class))) {
      Class<? extends Service> old = compiledForJava5();

      assertThat(old.getDeclaredConstructor().newInstance().serve("a")).isEqualTo("old");
      assertThat(Seen.EVENTS).containsExactly("enter 1", "entered exit old");
      assertThat(engine.lines).isEmpty();
    }
  }

  @Test
  void letsLoadersOfOldClassFilesGo() throws Exception {
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("old", TracingHandler.class))) {
      Collected loader = new Collected(useInLoaderOfItsOwn());

      assertThat(Seen.EVENTS).isNotEmpty();
      loader.isAwaited();
    }
  }

  @Test
  void keepsHandlersOfOldClassFilesWhileTheClassLives() throws Exception {
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("old", CountingHandler.class))) {
      Service old = compiledForJava5().getDeclaredConstructor().newInstance();
      old.serve("a");
      System.gc();
      old.serve("b");

      assertThat(Seen.EVENTS).containsExactly("call 1", "call 2");
    }
  }

  @Test
  void releasesPluginLoadersOfOldClassFilesThatStay() throws Exception {
    Service old;
    Collected plugin;
    try (TestEngine engine =
        new TestEngine(WeavingEngineTest.serving("old", CountingHandler.class))) {
      old = compiledForJava5().getDeclaredConstructor().newInstance();
      old.serve("a");
      plugin = new Collected(UninstallTest.pluginLoaderOf(CountingHandler.class));
    }

    plugin.isAwaited();
    assertThat(old.serve("b")).isEqualTo("old");
    assertThat(Seen.EVENTS).containsExactly("call 1");
  }

  @Test
  void weavesConstructorsOfTheJdk() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named("java.util.StringJoiner"),
            isConstructor().and(takesArguments(1)).and(takesArgument(0, CharSequence.class)),
            ConstructedHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("joiner", point))) {
      assertThat(new StringJoiner(",")).isNotNull();

      // That constructor calls another of the same class, which is not woven.
      assertThat(Seen.EVENTS).containsExactly("constructed StringJoiner ,");
    }
  }

  @Test
  void readsPackagesThatItsExtensionAsksToOpen() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named("java.util.StringJoiner"),
            named("setEmptyValue"),
            OpeningHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("opening", point))) {
      new StringJoiner("|").setEmptyValue("");

      assertThat(Seen.EVENTS).containsExactly("read |");
    }
  }

  @Test
  void givesPrimitivesBoxed() {
    WeavePoint point =
        WeavePoint.of(
            TypeSelector.named("java.util.concurrent.atomic.AtomicInteger"),
            named("weakCompareAndSetVolatile"),
            TracingHandler.class.getName());
    try (TestEngine engine = new TestEngine(new FixtureExtension("atomic", point))) {
      new AtomicInteger(1).weakCompareAndSetVolatile(2, 3);

      assertThat(Seen.EVENTS).containsExactly("enter 2", "entered exit false");
    }
  }

  private static ClassLoader useInLoaderOfItsOwn() throws Exception {
    Class<? extends Service> old = compiledForJava5();
    old.getDeclaredConstructor().newInstance().serve("a");
    return old.getClassLoader();
  }

  private static Class<? extends Service> compiledForJava5() {
    try (DynamicType.Unloaded<? extends Service> type =
        new ByteBuddy(ClassFileVersion.JAVA_V5)
            .subclass(Service.class)
            .name("sample.application.Old")
            .method(named("serve"))
            .intercept(FixedValue.value("old"))
            .make()) {
      return type.load(
              Service.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER_PERSISTENT)
          .getLoaded();
    }
  }
}
