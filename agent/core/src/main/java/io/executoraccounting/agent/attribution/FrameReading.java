/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.ThreadFacts.ActingIdentity;
import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.ExecutorIdentity;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.spi.InboundCall;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fixes what the frames of a thread say at this moment. */
final class FrameReading {
  private static final ThreadFacts NOTHING =
      new ThreadFacts(null, null, Collections.emptyList(), false);
  private static final ThreadFacts STALE =
      new ThreadFacts(null, null, Collections.emptyList(), true);

  private static final ThreadFacts UNSEEN = ThreadFacts.unseen();

  private FrameReading() {}

  /**
   * @param handOversSeen whether a thread without frames is known to have been given none
   */
  static ThreadFacts of(FrameContext context, boolean handOversSeen) {
    ExecutorFrame top = context.top();
    if (top == null) {
      ThreadFacts none = handOversSeen ? NOTHING : UNSEEN;
      return context.stale() ? STALE : none;
    }
    return of(top, context.stale());
  }

  /**
   * @param stale something below is not believed
   */
  static ThreadFacts of(ExecutorFrame top, boolean stale) {
    InboundCall inbound = null;
    List<ActingIdentity> acting = new ArrayList<>(4);
    for (ExecutorFrame frame = top; frame != null; frame = frame.parent()) {
      ExecutorIdentity identity = frame.identity();
      if (identity != null) {
        acting.add(new ActingIdentity(identity, via(frame, identity)));
      } else if (frame.facts() instanceof InboundCall) {
        inbound = (InboundCall) frame.facts();
      }
    }
    Collections.reverse(acting);
    return new ThreadFacts(inbound, top.origin(), acting, stale);
  }

  private static Via via(ExecutorFrame frame, ExecutorIdentity identity) {
    if (frame.kind() == ExecutorFrame.Kind.RUN_AS) {
      return Via.RUN_AS;
    }
    return identity.tool() == null ? Via.AGENT : Via.AGENT_TOOL;
  }
}
