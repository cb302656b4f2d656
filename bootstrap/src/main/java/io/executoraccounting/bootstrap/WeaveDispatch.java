/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What woven methods call where they cannot link by {@link IndyEntry}: in the JDK's own classes and
 * in class files older than version 51. Never throws, never blocks.
 */
public final class WeaveDispatch {
  private static final WeaveHandler RELEASED = new Released();

  /** Copied on write: the agent writes it a few dozen times, every woven JDK method reads it. */
  private static final AtomicReference<WeaveHandler[]> HANDLERS =
      new AtomicReference<>(new WeaveHandler[0]);

  private WeaveDispatch() {}

  /** Called where a woven method begins. */
  public static @Nullable Object enter(int id, @Nullable Object self, Object[] arguments) {
    WeaveHandler handler = handler(id);
    try {
      return handler.enter(self, arguments);
    } catch (Throwable failure) {
      report(handler, failure);
      return null;
    }
  }

  /** Called where a woven method returns or throws. */
  public static void exit(
      int id,
      @Nullable Object entered,
      @Nullable Object self,
      Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    WeaveHandler handler = handler(id);
    try {
      handler.exit(entered, self, arguments, result, thrown);
    } catch (Throwable failure) {
      report(handler, failure);
    }
  }

  /** Adds a handler and returns its id, which is never given again. For the agent alone. */
  public static int register(WeaveHandler handler) {
    while (true) {
      WeaveHandler[] present = handlers();
      WeaveHandler[] grown = Arrays.copyOf(present, present.length + 1);
      grown[present.length] = handler;
      if (HANDLERS.compareAndSet(present, grown)) {
        return present.length;
      }
    }
  }

  /** Lets go of a handler: its calls do nothing from now on. For the agent alone. */
  public static void release(int id) {
    while (true) {
      WeaveHandler[] present = handlers();
      WeaveHandler[] reduced = present.clone();
      reduced[id] = RELEASED;
      if (HANDLERS.compareAndSet(present, reduced)) {
        return;
      }
    }
  }

  private static WeaveHandler[] handlers() {
    return Objects.requireNonNull(HANDLERS.get());
  }

  private static WeaveHandler handler(int id) {
    WeaveHandler[] handlers = handlers();
    return id < handlers.length ? handlers[id] : RELEASED;
  }

  private static void report(WeaveHandler handler, Throwable failure) {
    try {
      handler.failed(failure);
    } catch (Throwable unreported) {
      // Out of memory or out of stack: the application meets that by itself soon enough.
      return;
    }
  }

  private static final class Released extends WeaveHandler {
    @Override
    public @Nullable Object enter(@Nullable Object self, Object[] arguments) {
      return null;
    }

    @Override
    public void exit(
        @Nullable Object entered,
        @Nullable Object self,
        Object[] arguments,
        @Nullable Object result,
        @Nullable Throwable thrown) {
      // Its handler has gone.
    }

    @Override
    public void failed(Throwable failure) {
      // It does nothing that could fail.
    }
  }
}
