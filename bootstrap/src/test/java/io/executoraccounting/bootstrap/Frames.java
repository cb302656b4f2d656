/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

/** What the tests of this package push. */
final class Frames {
  private Frames() {}

  static ExecutorFrame request(String name) {
    return ExecutorFrame.inbound(new FrameOrigin(null, 0), name);
  }

  static FrameScope agent(String name) {
    return FrameStack.pushActing(ExecutorFrame.Kind.AGENT, ExecutorIdentity.agent(name));
  }

  /** The names from the innermost frame outwards, {@code ?} where something is not believed. */
  static String names(FrameContext context) {
    StringBuilder names = new StringBuilder();
    for (ExecutorFrame frame = context.top(); frame != null; frame = frame.parent()) {
      names.append(names.length() == 0 ? "" : " ");
      names.append(frame.identity() == null ? frame.facts() : frame.identity().name());
    }
    return context.stale() ? (names + " ?").trim() : names.toString();
  }

  static String here() {
    return names(FrameStack.current());
  }

  static String captured() {
    return names(FrameStack.capture());
  }
}
