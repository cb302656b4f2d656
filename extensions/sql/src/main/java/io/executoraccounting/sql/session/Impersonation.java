/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.sql.session;

import io.executoraccounting.spi.Via;
import org.jspecify.annotations.Nullable;

/** One {@code EXECUTE AS} over those before it; {@code REVERT} takes it off. Immutable. */
final class Impersonation {
  static final int MOST = 32;

  final SessionValue value;
  final Via via;
  final boolean forGood;
  final int depth;
  final @Nullable Impersonation below;

  Impersonation(SessionValue value, Via via, boolean forGood, @Nullable Impersonation below) {
    this.value = value;
    this.via = via;
    this.forGood = forGood;
    this.depth = below == null ? 1 : below.depth + 1;
    this.below = below;
  }
}
