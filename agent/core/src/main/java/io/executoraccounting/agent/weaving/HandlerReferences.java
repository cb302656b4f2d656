/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a handler, and the classes of the extension's package that it uses, take from the
 * library. The JDK's java packages and the agent are left out: they are what they are.
 */
final class HandlerReferences {
  private final LoadedExtension extension;
  private final Set<LibraryReference> found = new LinkedHashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> unread = new ArrayDeque<>();

  private HandlerReferences(LoadedExtension extension) {
    this.extension = extension;
  }

  static Set<LibraryReference> of(LoadedExtension extension, String handler) {
    HandlerReferences references = new HandlerReferences(extension);
    references.follow(handler);
    String next = references.unread.poll();
    while (next != null) {
      byte[] file = extension.classFile(next);
      if (file != null) {
        OpenedClassReader.of(file)
            .accept(references.new OfClass(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
      next = references.unread.poll();
    }
    return references.found;
  }

  private void follow(String className) {
    if (seen.add(className)) {
      unread.add(className);
    }
  }

  /** Whether the type is the library's; one of the extension's own is read in its turn. */
  private boolean isLibrary(String className) {
    if (extension.owns(className)) {
      follow(className);
      return false;
    }
    return !className.startsWith("java.") && !extension.isAgents(className);
  }

  private void type(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.METHOD) {
      types(element);
    } else if (element.getSort() == Type.OBJECT && isLibrary(element.getClassName())) {
      found.add(LibraryReference.type(element.getClassName()));
    }
  }

  private void types(Type method) {
    type(method.getReturnType());
    for (Type argument : method.getArgumentTypes()) {
      type(argument);
    }
  }

  private void object(@Nullable String internalName) {
    if (internalName != null) {
      type(Type.getObjectType(internalName));
    }
  }

  private final class OfClass extends ClassVisitor {
    OfClass() {
      super(OpenedClassReader.ASM_API);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      object(superName);
      if (interfaces != null) {
        for (String implemented : interfaces) {
          object(implemented);
        }
      }
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      type(Type.getType(descriptor));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      types(Type.getMethodType(descriptor));
      return new OfMethod();
    }
  }

  private final class OfMethod extends MethodVisitor {
    OfMethod() {
      super(OpenedClassReader.ASM_API);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      object(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      type(Type.getType(descriptor));
      Type type = Type.getObjectType(owner);
      if (isLibrary(type.getClassName())) {
        found.add(LibraryReference.field(type.getClassName(), name, descriptor));
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean onInterface) {
      types(Type.getMethodType(descriptor));
      method(Type.getObjectType(owner), name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle linker, Object... constants) {
      types(Type.getMethodType(descriptor));
      for (Object constant : constants) {
        constant(constant);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label at, @Nullable String type) {
      object(type);
    }

    private void constant(Object constant) {
      if (constant instanceof Type) {
        type((Type) constant);
      } else if (constant instanceof Handle) {
        Handle handle = (Handle) constant;
        if (handle.getDesc().startsWith("(")) {
          method(Type.getObjectType(handle.getOwner()), handle.getName(), handle.getDesc());
        }
      }
    }

    private void method(Type owner, String name, String descriptor) {
      if (owner.getSort() == Type.OBJECT && isLibrary(owner.getClassName())) {
        found.add(LibraryReference.method(owner.getClassName(), name, descriptor));
      }
    }
  }
}
