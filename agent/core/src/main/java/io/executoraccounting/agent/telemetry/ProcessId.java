/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;

/** The id of this process, found without JMX, which application servers want to set up first. */
final class ProcessId {
  private ProcessId() {}

  /** 0 if it cannot be told: on Java 8 outside Linux. */
  static long get() {
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Method current = handle.getMethod("current");
      return (Long) handle.getMethod("pid").invoke(current.invoke(null));
    } catch (ReflectiveOperationException | SecurityException e) {
      return ofProcFileSystem();
    }
  }

  private static long ofProcFileSystem() {
    try {
      return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
