/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import io.executoraccounting.spi.CallReplacement;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Sends one call inside a method to a static method that takes the receiver as its first argument:
 * the operand stack before and after is the same, so no frame changes.
 */
final class CallReplacing implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
  private final CallReplacement replacement;
  private final ExtensionOnLoader onLoader;

  CallReplacing(CallReplacement replacement, ExtensionOnLoader onLoader) {
    this.replacement = replacement;
    this.onLoader = onLoader;
  }

  @Override
  public MethodVisitor wrap(
      TypeDescription type,
      MethodDescription method,
      MethodVisitor visitor,
      Implementation.Context context,
      TypePool types,
      int writerFlags,
      int readerFlags) {
    return new Replacing(visitor, type.getName() + "." + method.getInternalName());
  }

  private final class Replacing extends MethodVisitor {
    private final String where;
    private boolean replaced;

    Replacing(MethodVisitor visitor, String where) {
      super(OpenedClassReader.ASM_API, visitor);
      this.where = where;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean onInterface) {
      if (opcode != Opcodes.INVOKESTATIC
          && opcode != Opcodes.INVOKESPECIAL
          && owner.equals(replacement.owner().replace('.', '/'))
          && name.equals(replacement.method())
          && descriptor.equals(replacement.descriptor())) {
        replaced = true;
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            replacement.replacement().replace('.', '/'),
            name,
            "(L" + owner + ";" + descriptor.substring(1),
            false);
        return;
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
    }

    @Override
    public void visitEnd() {
      if (!replaced) {
        onLoader.say(where + " does not call " + replacement.owner() + "." + replacement.method());
      }
      super.visitEnd();
    }
  }
}
