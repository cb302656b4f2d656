/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import org.jspecify.annotations.Nullable;

/** A call under way. May be ended on another thread than it was begun on. */
public interface OpenCall {
  /**
   * Ends it and hands the record on; a second end does nothing. Never throws, never blocks.
   *
   * @param seen the call as it was seen at its end, where more is known by then (an authenticator
   *     added a header); null to keep what it began with
   */
  void end(@Nullable OutboundCall seen, CallOutcome outcome);

  /** Ends it as it began. */
  default void end(CallOutcome outcome) {
    end(null, outcome);
  }
}
