/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

class ByteBuddyRelocationTest {
  @Test
  void writesRelocatedNamesOfAnnotations() {
    byte[] file = ClassFileSource.of(getClass().getClassLoader()).read(Handler.class.getName());

    ClassHeader relocated =
        ClassHeader.read(ByteBuddyRelocation.apply(file, "shaded/net/bytebuddy/"));

    assertThat(mentions(relocated, "Lshaded/net/bytebuddy/asm/Advice$OnMethodEnter;")).isTrue();
    assertThat(mentions(relocated, "Lnet/bytebuddy/asm/Advice$OnMethodEnter;")).isFalse();
  }

  @Test
  void keepsAllElse() {
    byte[] file = ClassFileSource.of(getClass().getClassLoader()).read(Handler.class.getName());
    byte[] there = ByteBuddyRelocation.apply(file, "shaded/");

    assertThat(there).isNotEqualTo(file);
    assertThat(new String(there, StandardCharsets.ISO_8859_1))
        .isEqualTo(
            new String(there, StandardCharsets.ISO_8859_1).replace("net/bytebuddy/", "shaded/"));
    assertThat(ClassHeader.read(there).superName()).isEqualTo("java/lang/Object");
  }

  @Test
  void leavesClassFilesAloneWhereNothingIsRelocated() {
    byte[] file = {1, 2, 3};

    assertThat(ByteBuddyRelocation.apply(file)).isSameAs(file);
  }

  private static boolean mentions(ClassHeader header, String text) {
    return header.mentions(text.getBytes(StandardCharsets.UTF_8));
  }

  static final class Handler {
    private Handler() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object enter() {
      return 1234567890123L;
    }
  }
}
