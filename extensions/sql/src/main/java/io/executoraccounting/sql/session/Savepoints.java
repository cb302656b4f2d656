/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import org.jspecify.annotations.Nullable;

/** The savepoints of a transaction, the latest first; a name may stand there twice. Immutable. */
final class Savepoints {
  /** More of one transaction are not kept apart. */
  private static final int MOST = 256;

  final String name;

  /** That which it opens; the transaction itself is level 1. */
  final int level;

  final @Nullable Savepoints below;

  private Savepoints(String name, int level, @Nullable Savepoints below) {
    this.name = name;
    this.level = level;
    this.below = below;
  }

  static boolean isFull(@Nullable Savepoints latest) {
    return latest != null && latest.level > MOST;
  }

  static Savepoints add(@Nullable Savepoints latest, String name) {
    return new Savepoints(name, level(latest) + 1, latest);
  }

  static int level(@Nullable Savepoints latest) {
    return latest == null ? 1 : latest.level;
  }

  /** Null where none has that name. */
  static @Nullable Savepoints find(@Nullable Savepoints latest, String name) {
    Savepoints candidate = latest;
    while (candidate != null && !candidate.name.equals(name)) {
      candidate = candidate.below;
    }
    return candidate;
  }
}
