/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of itself before its members: version, flags, names. Read straight from
 * the bytes (JVMS s4.1, s4.4), because the front filter looks at every class of the application.
 */
final class ClassHeader {
  private static final int ACC_INTERFACE = 0x0200;
  private static final int CONSTANT_UTF8 = 1;

  /** Bytes of each constant by its tag, the tag included (JVMS s4.4); 0 is not a tag. */
  private static final int[] SIZES = {
    0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  private final byte[] file;
  private final int[] constants;
  private final int afterConstants;

  private ClassHeader(byte[] file, int[] constants, int afterConstants) {
    this.file = file;
    this.constants = constants;
    this.afterConstants = afterConstants;
  }

  /** Bytes of a constant with this tag, the tag included; not for text, whose length varies. */
  static int sizeOfConstant(int tag) {
    return SIZES[tag];
  }

  /** Null where the bytes are no class file that can be read. */
  static @Nullable ClassHeader read(byte[] file) {
    try {
      if (u4(file, 0) != 0xCAFEBABE) {
        return null;
      }
      int count = u2(file, 8);
      int[] constants = new int[count];
      int position = 10;
      for (int index = 1; index < count; index++) {
        constants[index] = position;
        int tag = file[position];
        if (tag == CONSTANT_UTF8) {
          position += 3 + u2(file, position + 1);
          continue;
        }
        int size = SIZES[tag];
        if (size == 0) {
          return null;
        }
        position += size;
        if (size == 9) {
          index++; // long and double take two entries
        }
      }
      return new ClassHeader(file, constants, position);
    } catch (ArrayIndexOutOfBoundsException malformed) {
      return null;
    }
  }

  int version() {
    return u2(file, 6);
  }

  boolean isInterface() {
    return (u2(file, afterConstants) & ACC_INTERFACE) != 0;
  }

  /** Internal name; null of {@code java.lang.Object} alone. */
  @Nullable String superName() {
    int index = u2(file, afterConstants + 4);
    return index == 0 ? null : className(index);
  }

  int interfaceCount() {
    return u2(file, afterConstants + 6);
  }

  /** Internal name. */
  String interfaceName(int index) {
    return className(u2(file, afterConstants + 8 + 2 * index));
  }

  /** Whether the constant pool holds this text as a whole entry. */
  boolean mentions(byte[] text) {
    for (int position : constants) {
      if (position != 0
          && file[position] == CONSTANT_UTF8
          && u2(file, position + 1) == text.length
          && holds(text, position + 3)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(byte[] text, int from) {
    for (int index = 0; index < text.length; index++) {
      if (file[from + index] != text[index]) {
        return false;
      }
    }
    return true;
  }

  private String className(int index) {
    int name = constants[u2(file, constants[index] + 1)];
    return new String(file, name + 3, u2(file, name + 1), StandardCharsets.UTF_8);
  }

  private static int u2(byte[] file, int position) {
    return (file[position] & 0xFF) << 8 | (file[position + 1] & 0xFF);
  }

  private static int u4(byte[] file, int position) {
    return u2(file, position) << 16 | u2(file, position + 2);
  }
}
