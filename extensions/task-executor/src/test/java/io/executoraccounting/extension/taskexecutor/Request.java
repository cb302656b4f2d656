/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.taskexecutor;

import io.executoraccounting.bootstrap.ExecutorFrame;
import io.executoraccounting.bootstrap.FrameContext;
import io.executoraccounting.bootstrap.FrameOrigin;
import io.executoraccounting.bootstrap.FrameScope;
import io.executoraccounting.bootstrap.FrameStack;

/** A request that is handled on this thread until it is closed. */
final class Request implements AutoCloseable {
  private final FrameOrigin origin = new FrameOrigin(null, 0);
  private final FrameScope scope;

  private Request(String name) {
    scope = FrameStack.pushInbound(ExecutorFrame.inbound(origin, name));
  }

  static Request of(String name) {
    return new Request(name);
  }

  /** Leaves the thread and goes on: it is handled asynchronously. */
  void suspend() {
    scope.close();
  }

  void end() {
    origin.end();
  }

  @Override
  public void close() {
    scope.close();
    origin.end();
  }

  /** The request this thread works for; empty for none, {@code ?} if it is not believed. */
  static String here() {
    FrameContext context = FrameStack.current();
    return context.stale() ? "?" : context.top() == null ? "" : (String) context.top().facts();
  }
}
