/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.MethodAnnotation;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;

/** Writes what an annotation on the woven method says, as a constant. */
final class AnnotationMapping implements Advice.OffsetMapping {
  private final String type;
  private final String member;

  private AnnotationMapping(String type, String member) {
    this.type = type;
    this.member = member;
  }

  @Override
  public Target resolve(
      TypeDescription woven,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Sort sort) {
    String value = "";
    for (AnnotationDescription annotation : method.getDeclaredAnnotations()) {
      if (annotation.getAnnotationType().getName().equals(type)) {
        value = annotation.getValue(member).resolve(String.class);
      }
    }
    return new Target.ForStackManipulation(new TextConstant(value));
  }

  static final class Factory implements Advice.OffsetMapping.Factory<MethodAnnotation> {
    @Override
    public Class<MethodAnnotation> getAnnotationType() {
      return MethodAnnotation.class;
    }

    @Override
    public Advice.OffsetMapping make(
        ParameterDescription.InDefinedShape target,
        AnnotationDescription.Loadable<MethodAnnotation> annotation,
        AdviceType adviceType) {
      return new AnnotationMapping(
          annotation.getValue("type").resolve(String.class),
          annotation.getValue("member").resolve(String.class));
    }
  }
}
