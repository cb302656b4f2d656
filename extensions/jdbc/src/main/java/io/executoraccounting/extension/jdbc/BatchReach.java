/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import io.executoraccounting.spi.Access;
import io.executoraccounting.sql.SqlReach;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a batch reach together: what all of them have in common, and the strongest
 * access.
 */
final class BatchReach {
  private @Nullable SqlReach first;
  private boolean alike = true;
  private boolean complete = true;
  private Access access = Access.READ;
  private long size;

  void add(SqlReach reach) {
    SqlReach known = first;
    if (known == null) {
      first = reach;
      access = reach.access();
    } else {
      alike &= Objects.equals(known.summary(), reach.summary());
      access = stronger(access, reach.access());
    }
    complete &= reach.complete();
    size++;
  }

  private static Access stronger(Access one, Access other) {
    return strength(one) >= strength(other) ? one : other;
  }

  private static int strength(Access access) {
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

  /** Null where the statements differ, and where nothing was added. */
  @Nullable SqlReach common() {
    return alike ? first : null;
  }

  Access access() {
    return access;
  }

  boolean complete() {
    return complete;
  }

  long size() {
    return size;
  }
}
