/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.TypeSelector;
import io.executoraccounting.spi.WeavePoint;
import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrontFilterTest {
  private static final ClassLoader APPLICATION = FrontFilterTest.class.getClassLoader();

  @Test
  void wantsClassByItsName() {
    assertThat(wanted(TypeSelector.named(Plain.class.getName()), Plain.class)).isTrue();
  }

  @Test
  void dismissesClassOfAnotherName() {
    assertThat(wanted(TypeSelector.named(Plain.class.getName()), Task.class)).isFalse();
  }

  @Test
  void wantsClassThreeLevelsBelow() {
    assertThat(wanted(TypeSelector.subtypesOf(Top.class.getName()), Bottom.class)).isTrue();
  }

  @Test
  void wantsClassBelowJdkInterfaceThatItsSuperclassInherits() {
    assertThat(wanted(TypeSelector.subtypesOf(AutoCloseable.class.getName()), Closing.class))
        .isTrue();
  }

  @Test
  void wantsClassBelowClassOfTheJdk() {
    assertThat(wanted(TypeSelector.subtypesOf(ClassLoader.class.getName()), OwnLoader.class))
        .isTrue();
  }

  @Test
  void dismissesInterfacesBelow() {
    assertThat(wanted(TypeSelector.subtypesOf(Top.class.getName()), Middle.class)).isFalse();
  }

  @Test
  void dismissesTheSupertypeItself() {
    assertThat(wanted(TypeSelector.subtypesOf(Plain.class.getName()), Plain.class)).isFalse();
  }

  @Test
  void dismissesProxies() {
    FrontFilter filter = filter(TypeSelector.subtypesOf(Callable.class.getName()));
    byte[] file =
        new ByteBuddy()
            .subclass(Proxy.class, ConstructorStrategy.Default.NO_CONSTRUCTORS)
            .implement(Callable.class)
            .name("com.sun.proxy.$Proxy7")
            .make()
            .getBytes();

    assertThat(filter.wanting(APPLICATION, "com/sun/proxy/$Proxy7", null, file)).isEmpty();
  }

  @Test
  void dismissesJdkClassesBelowSupertype() {
    FrontFilter filter = filter(TypeSelector.subtypesOf(Callable.class.getName()));
    byte[] file = fileOf(Task.class);

    assertThat(filter.wanting(null, "java/util/concurrent/Task", null, file)).isEmpty();
  }

  @Test
  void wantsClassThatMentionsAnnotation() {
    assertThat(wanted(TypeSelector.withMethodAnnotatedBy(Tag.class.getName()), Annotated.class))
        .isTrue();
  }

  @Test
  void dismissesClassThatMentionsAnotherAnnotation() {
    assertThat(
            wanted(TypeSelector.withMethodAnnotatedBy(Tag.class.getName() + "s"), Annotated.class))
        .isFalse();
  }

  @Test
  void knowsSupertypeThatWasGeneratedWithoutClassFile() {
    FrontFilter filter = filter(TypeSelector.subtypesOf(Top.class.getName()));
    byte[] parent =
        new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .subclass(Bottom.class)
            .name("gen.Parent")
            .make()
            .getBytes();
    byte[] child =
        new ByteBuddy()
            .subclass(Object.class)
            .name("gen.Child")
            .visit(new SuperName("gen/Parent"))
            .make()
            .getBytes();

    assertThat(filter.wanting(APPLICATION, "gen/Parent", null, parent)).hasSize(1);
    assertThat(filter.wanting(APPLICATION, "gen/Child", null, child)).hasSize(1);
  }

  @Test
  void dismissesWhatIsNoClassFile() {
    FrontFilter filter = filter(TypeSelector.subtypesOf(Top.class.getName()));

    assertThat(filter.wanting(APPLICATION, "a/B", null, new byte[] {1, 2, 3})).isEmpty();
    assertThat(
            filter.wanting(
                APPLICATION, "a/B", null, new byte[] {-54, -2, -70, -66, 0, 0, 0, 52, 9}))
        .isEmpty();
  }

  private static boolean wanted(TypeSelector types, Class<?> type) {
    return !filter(types)
        .wanting(APPLICATION, type.getName().replace('.', '/'), null, fileOf(type))
        .isEmpty();
  }

  private static byte[] fileOf(Class<?> type) {
    return ClassFileSource.of(APPLICATION).read(type.getName());
  }

  private static FrontFilter filter(TypeSelector types) {
    WeavePoint point = WeavePoint.of(types, ElementMatchers.any(), "a.Handler");
    return new FrontFilter(List.of(LoadedExtension.of(new Wanting(point))));
  }

  private record Wanting(WeavePoint point) implements Extension {
    @Override
    public String name() {
      return "wanting";
    }

    @Override
    public List<WeavePoint> weavePoints() {
      return List.of(point);
    }
  }

  static class Plain {}

  interface Top {}

  interface Middle extends Top {}

  abstract static class Lower implements Middle {}

  static class Bottom extends Lower {}

  abstract static class Closing implements Closeable {}

  static class OwnLoader extends java.security.SecureClassLoader {}

  abstract static class Task implements Callable<String> {}

  static class Annotated {
    @Tag("here")
    void method() {}
  }
}
