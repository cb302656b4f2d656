/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of the application that made a call, as far as a stack trace tells. */
final class CallSite {
  /** Between the application and the record. */
  private static final String[] IN_BETWEEN = {
    "io.executoraccounting.agent.",
    "io.executoraccounting.bootstrap.",
    "io.executoraccounting.extension.",
    "io.executoraccounting.http.",
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
  };

  private CallSite() {}

  /** The innermost frame that is neither the agent's nor the JDK's; null if there is none. */
  static @Nullable StackTraceElement of(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (!isInBetween(frame.getClassName())) {
        return frame;
      }
    }
    return null;
  }

  private static boolean isInBetween(String type) {
    for (String prefix : IN_BETWEEN) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
