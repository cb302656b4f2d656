/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/** The two methods of a handler, read from its class file. */
final class HandlerShape {
  final TypeDescription type;
  final MethodDescription.@Nullable InDefinedShape enter;
  final MethodDescription.@Nullable InDefinedShape exit;

  HandlerShape(TypeDescription type) {
    this.type = type;
    this.enter = annotatedBy(Advice.OnMethodEnter.class);
    this.exit = annotatedBy(Advice.OnMethodExit.class);
  }

  /** Whether exit is also to be called where the woven method throws. */
  boolean exitsOnThrowable() {
    if (exit == null) {
      return false;
    }
    AnnotationDescription annotation =
        exit.getDeclaredAnnotations().ofType(Advice.OnMethodExit.class);
    return annotation != null
        && annotation
            .getValue("onThrowable")
            .resolve(TypeDescription.class)
            .represents(Throwable.class);
  }

  private MethodDescription.@Nullable InDefinedShape annotatedBy(
      Class<? extends java.lang.annotation.Annotation> annotation) {
    List<MethodDescription.InDefinedShape> found =
        type.getDeclaredMethods().filter(ElementMatchers.isAnnotatedWith(annotation));
    return found.isEmpty() ? null : found.get(0);
  }
}
