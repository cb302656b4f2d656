/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

/** What may be said of an exception: its class and where it was thrown, never its message. */
final class FailureText {
  private FailureText() {}

  static String of(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String type = failure.getClass().getName();
    if (failure instanceof LinkageError && failure.getMessage() != null) {
      // Names a class or a member, which is what has to be known.
      return type + ": " + firstLine(failure.getMessage());
    }
    return trace.length == 0 ? type : type + " at " + trace[0];
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
