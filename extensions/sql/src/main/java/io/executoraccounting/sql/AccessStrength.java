/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql;

import io.executoraccounting.spi.Access;
import org.jspecify.annotations.Nullable;

/** Orders accesses by what they may do: of several statements the strongest stands for all. */
public final class AccessStrength {
  private AccessStrength() {}

  /** The stronger of two; the first where they are alike. */
  public static Access stronger(Access one, Access other) {
    return of(one) >= of(other) ? one : other;
  }

  /** Greater is stronger; what is unknown stands above a read, and null below all. */
  static int of(@Nullable Access access) {
    if (access == null) {
      return 0;
    }
    switch (access) {
      case READ:
        return 1;
      case UNKNOWN:
        return 2;
      case WRITE:
        return 3;
      case DELETE:
        return 4;
      default:
        return 5;
    }
  }
}
