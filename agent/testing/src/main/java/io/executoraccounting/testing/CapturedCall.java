/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.OutboundCall;

/** An outbound call that has ended. */
public final class CapturedCall {
  private final OutboundCall call;
  private final CallOutcome outcome;
  private final FrameContext frames;

  CapturedCall(OutboundCall call, CallOutcome outcome, FrameContext frames) {
    this.call = call;
    this.outcome = outcome;
    this.frames = frames;
  }

  /** As it was seen last. */
  public OutboundCall call() {
    return call;
  }

  public CallOutcome outcome() {
    return outcome;
  }

  /** What was known, and believed, of who acts when the call began. */
  public FrameContext frames() {
    return frames;
  }
}
