/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationList;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Generates the class through which {@link io.executoraccounting.bootstrap.WeaveDispatch} reaches a
 * handler: it takes objects, casts them to the types of the handler's parameters and calls it.
 */
final class DispatchClass {
  /** Appended to the handler's name; the class lies in the handler's package. */
  private static final String SUFFIX = "$Dispatch";

  private static final String PARENT = Type.getInternalName(GuardedWeaveHandler.class);
  private static final String UNBOXED = Type.getInternalName(Unboxed.class);
  private static final String CONSTRUCTOR =
      "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;)V";
  private static final String ENTER = "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String EXIT =
      "(Ljava/lang/Object;Ljava/lang/Object;[Ljava/lang/Object;Ljava/lang/Object;"
          + "Ljava/lang/Throwable;)V";

  private final HandlerShape handler;

  DispatchClass(HandlerShape handler) {
    this.handler = handler;
  }

  String name() {
    return handler.type.getName() + SUFFIX;
  }

  byte[] generate() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V1_8,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        handler.type.getInternalName() + SUFFIX,
        null,
        PARENT,
        null);
    MethodVisitor constructor = writer.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
    constructor.visitCode();
    for (int variable = 0; variable < 4; variable++) {
      constructor.visitVarInsn(Opcodes.ALOAD, variable);
    }
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, PARENT, "<init>", CONSTRUCTOR, false);
    end(constructor, Opcodes.RETURN);
    enter(writer.visitMethod(Opcodes.ACC_PUBLIC, "enter", ENTER, null, null));
    exit(writer.visitMethod(Opcodes.ACC_PUBLIC, "exit", EXIT, null, null));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void enter(MethodVisitor code) {
    code.visitCode();
    boolean returns = call(code, handler.enter, new Variables(-1, 1, 2, -1, -1));
    if (!returns) {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    end(code, Opcodes.ARETURN);
  }

  private void exit(MethodVisitor code) {
    code.visitCode();
    call(code, handler.exit, new Variables(1, 2, 3, 4, 5));
    end(code, Opcodes.RETURN);
  }

  private boolean call(
      MethodVisitor code, MethodDescription.@Nullable InDefinedShape method, Variables variables) {
    if (method == null) {
      return false;
    }
    for (ParameterDescription parameter : method.getParameters()) {
      load(code, parameter, variables);
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        handler.type.getInternalName(),
        method.getInternalName(),
        method.getDescriptor(),
        false);
    return !method.getReturnType().represents(void.class);
  }

  private static void load(MethodVisitor code, ParameterDescription parameter, Variables from) {
    AnnotationList annotations = parameter.getDeclaredAnnotations();
    AnnotationDescription argument = annotations.ofType(Advice.Argument.class);
    if (argument != null) {
      code.visitVarInsn(Opcodes.ALOAD, from.arguments);
      code.visitIntInsn(Opcodes.SIPUSH, argument.getValue("value").resolve(Integer.class));
      code.visitInsn(Opcodes.AALOAD);
    } else if (annotations.isAnnotationPresent(Advice.Origin.class)) {
      String pattern =
          annotations.ofType(Advice.Origin.class).getValue("value").resolve(String.class);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(
          Opcodes.GETFIELD, PARENT, originField(pattern, parameter), "Ljava/lang/String;");
    } else {
      int variable = from.variableOf(annotations);
      if (variable < 0) {
        throw new IllegalArgumentException("cannot give " + parameter + " to a dispatched handler");
      }
      code.visitVarInsn(Opcodes.ALOAD, variable);
    }
    cast(code, parameter.getType().asErasure());
  }

  private static String originField(String pattern, ParameterDescription parameter) {
    switch (pattern) {
      case "#m":
        return "methodName";
      case "#t":
        return "typeName";
      default:
        throw new IllegalArgumentException("cannot give " + parameter + " to a dispatched handler");
    }
  }

  private static void cast(MethodVisitor code, TypeDescription type) {
    if (type.isPrimitive()) {
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          UNBOXED,
          type.getName() + "Of",
          "(Ljava/lang/Object;)" + type.getDescriptor(),
          false);
    } else if (!type.represents(Object.class)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private static void end(MethodVisitor code, int opcode) {
    code.visitInsn(opcode);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Where the dispatched values are among the local variables; -1 where there is none. */
  private static final class Variables {
    final int entered;
    final int self;
    final int arguments;
    final int result;
    final int thrown;

    Variables(int entered, int self, int arguments, int result, int thrown) {
      this.entered = entered;
      this.self = self;
      this.arguments = arguments;
      this.result = result;
      this.thrown = thrown;
    }

    int variableOf(AnnotationList annotations) {
      if (annotations.isAnnotationPresent(Advice.This.class)) {
        return self;
      }
      if (annotations.isAnnotationPresent(Advice.AllArguments.class)) {
        return arguments;
      }
      if (annotations.isAnnotationPresent(Advice.Enter.class)) {
        return entered;
      }
      if (annotations.isAnnotationPresent(Advice.Return.class)) {
        return result;
      }
      return annotations.isAnnotationPresent(Advice.Thrown.class) ? thrown : -1;
    }
  }
}
