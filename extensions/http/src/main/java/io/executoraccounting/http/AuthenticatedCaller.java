/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameStack;
import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.InboundCall;

/** Adds to the request on this thread whom the application authenticated. */
public final class AuthenticatedCaller {
  private AuthenticatedCaller() {}

  /**
   * The application's framework vouches for that caller. The first one stays: who set the work
   * going does not change when the application acts as somebody else later. Never throws.
   *
   * @param type {@code UNKNOWN} where the framework does not say
   */
  public static void learned(String name, IdentityType type) {
    for (ExecutorFrame frame = FrameStack.current().top(); frame != null; frame = frame.parent()) {
      Object facts = frame.facts();
      if (facts instanceof InboundCall) {
        InboundCall call = (InboundCall) facts;
        if (call.authenticated() == null) {
          frame.facts(call.withAuthenticated(name, type));
        }
        return;
      }
    }
  }
}
