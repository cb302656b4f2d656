/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class RelocationTest {
  private static final String SPAN = "io.opentelemetry.api.trace.Span";

  private final Relocation relocation =
      new Relocation(Set.of("io/opentelemetry/api/trace/Span", "okio/Buffer"));

  @Test
  void ourOwnStringsKeepTheApplicationsNames() {
    assertThat(stringsOf(relocation.relocate(classWithString(SPAN), true))).containsExactly(SPAN);
  }

  @Test
  void stringsInsideLibrariesFollowTheirClasses() {
    assertThat(stringsOf(relocation.relocate(classWithString(SPAN), false)))
        .containsExactly("io.executoraccounting.shaded." + SPAN);
  }

  @Test
  void referencesFollowInOurClassesToo() {
    byte[] relocated = relocation.relocate(classExtending("okio/Buffer"), true);

    assertThat(new ClassReader(relocated).getSuperName())
        .isEqualTo("io/executoraccounting/shaded/okio/Buffer");
  }

  @Test
  void whatIsNotBundledKeepsItsName() {
    assertThat(relocation.binaryName("org.conscrypt.Conscrypt"))
        .isEqualTo("org.conscrypt.Conscrypt");
  }

  @Test
  void resourcesFollowTheClassesBesideThem() {
    assertThat(relocation.resource("okio/version.properties"))
        .isEqualTo("io/executoraccounting/shaded/okio/version.properties");
    assertThat(relocation.resource("messages.properties")).isEqualTo("messages.properties");
  }

  private static byte[] classExtending(String superName) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "a/Sample", null, superName, null);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] classWithString(String text) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "a/Sample", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "name", "()V", null, null);
    method.visitCode();
    method.visitLdcInsn(text);
    method.visitInsn(Opcodes.POP);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static Set<Object> stringsOf(byte[] bytecode) {
    Set<Object> strings = new HashSet<>();
    new ClassReader(bytecode)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitLdcInsn(Object value) {
                    strings.add(value);
                  }
                };
              }
            },
            0);
    return strings;
  }
}
