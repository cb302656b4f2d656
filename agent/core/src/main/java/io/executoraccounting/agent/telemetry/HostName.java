/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The host's name as the system has it; never asked of DNS, which may take its time. */
final class HostName {
  private HostName() {}

  /** Empty if it cannot be told. */
  static String get() {
    try (Reader file =
            new InputStreamReader(
                new FileInputStream("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(file)) {
      String line = lines.readLine();
      return line == null ? "" : line.trim();
    } catch (IOException e) {
      return ofEnvironment();
    }
  }

  private static String ofEnvironment() {
    String windows = System.getenv("COMPUTERNAME");
    String shell = System.getenv("HOSTNAME");
    if (windows != null) {
      return windows;
    }
    return shell == null ? "" : shell;
  }
}
