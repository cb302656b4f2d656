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

  /**
   * Begins what the library sends next on behalf of the same call of the application: the request
   * to where a redirect points, the one that answers a challenge. It starts now, with the frames
   * and the application's span of this call, on whatever thread that is. This call may have ended.
   *
   * @return null where it must not be accounted for
   */
  @Nullable OpenCall followedBy(OutboundCall next);

  /** Ends it as it began. */
  default void end(CallOutcome outcome) {
    end(null, outcome);
  }
}
