/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend;

import java.nio.file.Path;

/** What the build left: the things under test, as a user gets them. */
public final class BuiltJars {
  public static final Path AGENT = Path.of(System.getProperty("agent.jar"));
  public static final Path SERVICE = Path.of(System.getProperty("service.jar"));
  public static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private BuiltJars() {}
}
