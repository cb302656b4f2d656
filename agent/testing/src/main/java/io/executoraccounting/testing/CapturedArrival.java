/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.TraceContext;
import io.executoraccounting.spi.CallOutcome;
import io.executoraccounting.spi.InboundCall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Something that arrived: a request, a message, a schedule that fired. */
public final class CapturedArrival {
  private final ExecutorFrame frame;
  private final List<CallOutcome> departures = new CopyOnWriteArrayList<>();

  CapturedArrival(ExecutorFrame frame) {
    this.frame = frame;
  }

  /** With what was learned of it since it arrived. */
  public InboundCall call() {
    Object facts = frame.facts();
    if (facts instanceof InboundCall) {
      return (InboundCall) facts;
    }
    throw new AssertionError("the facts of an inbound frame are an InboundCall, not " + facts);
  }

  public ExecutorFrame frame() {
    return frame;
  }

  /** The trace context that came with it, null if none did. */
  public @Nullable TraceContext incoming() {
    return frame.origin().incoming();
  }

  /** Each departure that was told; more than one is a fault of the handler that it hides. */
  public List<CallOutcome> departures() {
    return departures;
  }

  void departed(CallOutcome outcome) {
    frame.origin().end();
    departures.add(outcome);
  }
}
