/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.executoraccounting.spi.Extension;
import io.executoraccounting.spi.WeavePoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

/** The first of the layers that keep a fault of ours away from the application. */
class AdviceTest {
  private final List<JavaMethod> advice =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .withImportOption(new ProductCode())
              .importPackages("io.executoraccounting")
              .stream()
              .map(JavaClass::getMethods)
              .flatMap(Set::stream)
              .filter(AdviceTest::isAdvice)
              .toList();

  private final Map<String, WeavePoint> points = new HashMap<>();

  AdviceTest() {
    for (Extension extension : ServiceLoader.load(Extension.class)) {
      for (WeavePoint point : extension.weavePoints()) {
        if (point.replacement() == null) {
          points.put(point.handler(), point);
        }
      }
    }
  }

  @Test
  void everyAdviceSuppressesThrowable() {
    assertThat(advice).isNotEmpty().allMatch(AdviceTest::suppresses);
  }

  /** But those copied into methods of the JDK, which say so; the engine's templates are such. */
  @Test
  void noAdviceIsInlinedIntoApplications() {
    assertThat(advice)
        .filteredOn(method -> !method.getFullName().contains(".agent.weaving."))
        .allSatisfy(
            method -> {
              WeavePoint point = points.get(method.getOwner().getName());
              assertThat(point).as("weave point of " + method.getFullName()).isNotNull();
              assertThat(isInlined(method)).as(method.getFullName()).isEqualTo(point.isCopied());
            });
  }

  @Test
  void everyHandlerThatIsNamedIsAdvice() {
    assertThat(advice)
        .extracting(method -> method.getOwner().getName())
        .containsAll(points.keySet());
  }

  private static boolean isAdvice(JavaMethod method) {
    return method.isAnnotatedWith(Advice.OnMethodEnter.class)
        || method.isAnnotatedWith(Advice.OnMethodExit.class);
  }

  private static boolean suppresses(JavaMethod method) {
    return method
            .tryGetAnnotationOfType(Advice.OnMethodEnter.class)
            .map(enter -> enter.suppress() == Throwable.class)
            .orElse(true)
        && method
            .tryGetAnnotationOfType(Advice.OnMethodExit.class)
            .map(exit -> exit.suppress() == Throwable.class)
            .orElse(true);
  }

  private static boolean isInlined(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(Advice.OnMethodEnter.class)
        .map(Advice.OnMethodEnter::inline)
        .orElseGet(() -> method.getAnnotationOfType(Advice.OnMethodExit.class).inline());
  }
}
