/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.telemetry;

import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of {@code java.util.logging.Logger} in the libraries that the jar bundles; the
 * packaging puts it there. Theirs would set up logging before the application's server does, and
 * write to the application's log; what matters of a failed export is said by {@link Outage}. It has
 * the methods that they call.
 */
public final class SilentLogger {
  private static final SilentLogger ONLY = new SilentLogger();

  private SilentLogger() {}

  public static SilentLogger getLogger(String name) {
    return ONLY;
  }

  public boolean isLoggable(Level level) {
    return false;
  }

  public void log(Level level, @Nullable String message) {}

  public void log(Level level, @Nullable String message, @Nullable Throwable thrown) {}

  public void log(Level level, @Nullable String message, Object @Nullable [] parameters) {}

  public void warning(@Nullable String message) {}

  public void info(@Nullable String message) {}

  public void fine(@Nullable String message) {}
}
