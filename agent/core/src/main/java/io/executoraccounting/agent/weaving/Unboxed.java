/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

import org.jspecify.annotations.Nullable;

/** What generated dispatch classes call to unbox; null, where a method threw, is zero. */
public final class Unboxed {
  private Unboxed() {}

  public static boolean booleanOf(@Nullable Object value) {
    return value != null && (Boolean) value;
  }

  public static char charOf(@Nullable Object value) {
    return value == null ? 0 : (Character) value;
  }

  public static byte byteOf(@Nullable Object value) {
    return value == null ? 0 : (Byte) value;
  }

  public static short shortOf(@Nullable Object value) {
    return value == null ? 0 : (Short) value;
  }

  public static int intOf(@Nullable Object value) {
    return value == null ? 0 : (Integer) value;
  }

  public static long longOf(@Nullable Object value) {
    return value == null ? 0 : (Long) value;
  }

  public static float floatOf(@Nullable Object value) {
    return value == null ? 0 : (Float) value;
  }

  public static double doubleOf(@Nullable Object value) {
    return value == null ? 0 : (Double) value;
  }
}
