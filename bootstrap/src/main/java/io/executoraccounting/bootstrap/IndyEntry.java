/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.bootstrap;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where a woven method of the application links the call of its handler.
 *
 * <pre>
 *        bootstrap loader: IndyEntry, FrameStack …          (all that an application can see)
 *           ▲                          ▲
 *     platform loader             agent loader: the agent, SPI, …Extension, Byte Buddy
 *           ▲                          ▲
 *     application loader ◄──┐     plugin loader: handlers of ONE extension
 *        woven class        └──────────┘         for ONE application loader
 * </pre>
 *
 * <p>The woven class holds nothing but an invokedynamic instruction. When it first runs, the agent
 * is asked for the handler, which it loads in the plugin loader: there the handler sees the library
 * through the application loader and the agent through the agent loader, while neither of those two
 * sees the other.
 *
 * <p>Advantages: handlers are ordinary Java (they can be debugged and show in a stack trace);
 * nothing but constants enters the woven class; the call site is the only strong reference to the
 * plugin loader, so it goes when the application's loader goes; a handler that fails, or does not
 * link, is a call site that is switched off.
 *
 * <p>Challenges: class files older than version 51 have no invokedynamic, and the JDK's own classes
 * must not link call sites while the method handles that link them are still being set up; both go
 * through {@link WeaveDispatch}. The parameter types of a handler must mean the same class to the
 * woven class and to the plugin loader, so they are the JDK's, bootstrap's or the library's. An
 * application loader that hides this package (strict OSGi) cannot link: the woven method then runs
 * as if it were not woven.
 */
public final class IndyEntry {
  /** The agent's side of it. */
  public interface Resolver {
    /**
     * @param woven the class that links its call
     * @param handler binary name of the handler
     * @return a handle of exactly that type, null for none
     */
    @Nullable MethodHandle resolve(
        Class<?> woven, String method, MethodType type, String extension, String handler)
        throws Throwable;
  }

  private static final AtomicReference<@Nullable Resolver> RESOLVER = new AtomicReference<>();

  private IndyEntry() {}

  /** Null once the agent is detached: what links after that does nothing. */
  public static void resolver(@Nullable Resolver resolver) {
    RESOLVER.set(resolver);
  }

  /** The bootstrap method of every woven call. Never throws. */
  public static CallSite link(
      MethodHandles.Lookup caller,
      String method,
      MethodType type,
      String extension,
      String handler) {
    MethodHandle target = null;
    try {
      Resolver resolver = RESOLVER.get();
      if (resolver != null) {
        target = resolver.resolve(caller.lookupClass(), method, type, extension, handler);
      }
    } catch (Throwable unlinked) {
      // Said by the agent, which knows what this costs; here is the application's thread.
      target = null;
    }
    return new ConstantCallSite(
        target != null && target.type().equals(type) ? target : doingNothing(type));
  }

  /** A handle of that type that ignores its arguments and returns null, zero or nothing. */
  public static MethodHandle doingNothing(MethodType type) {
    Class<?> result = type.returnType();
    MethodHandle nothing =
        result == void.class
            ? MethodHandles.constant(Object.class, null).asType(MethodType.methodType(void.class))
            : result.isPrimitive()
                ? MethodHandles.explicitCastArguments(
                    MethodHandles.constant(int.class, 0), MethodType.methodType(result))
                : MethodHandles.constant(result, null);
    return MethodHandles.dropArguments(nothing, 0, type.parameterList());
  }
}
