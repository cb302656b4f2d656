/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.weaving;

/** What may be said of an exception: its class and where it was thrown, never its message. */
final class FailureText {
  private FailureText() {}

  static String of(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String type = failure.getClass().getName();
    String message = failure.getMessage();
    if (message != null && namesCode(failure)) {
      return type + ": " + firstLine(message);
    }
    return trace.length == 0 ? type : type + " at " + trace[0];
  }

  /**
   * Of an exception that weaving met: its message too, which is made of the names and the bytes of
   * classes.
   */
  static String ofWeaving(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? of(failure) : failure.getClass().getName() + ": " + firstLine(message);
  }

  /** The message of these is the name of a class or a member, which is what has to be known. */
  private static boolean namesCode(Throwable failure) {
    return failure instanceof LinkageError || failure instanceof ReflectiveOperationException;
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
