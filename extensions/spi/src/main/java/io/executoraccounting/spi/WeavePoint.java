/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Methods of some classes, and the handler that sees them entered and left.
 *
 * <p>A handler is a final class with one or two public static methods, annotated with Byte Buddy's
 * {@code @Advice.OnMethodEnter} and {@code @Advice.OnMethodExit}, both with {@code inline = false}
 * and {@code suppress = Throwable.class}. Their parameters may be of types of the JDK, of bootstrap
 * and of the library; what enter returns is an {@code Object} that exit receives by
 * {@code @Advice.Enter}. A handler changes nothing: no argument, no result, no exception.
 */
public final class WeavePoint {
  private final TypeSelector types;
  private final ElementMatcher<? super MethodDescription> methods;
  private final String handler;
  private final @Nullable CallReplacement replacement;
  private final boolean copied;

  private WeavePoint(
      TypeSelector types,
      ElementMatcher<? super MethodDescription> methods,
      String handler,
      @Nullable CallReplacement replacement,
      boolean copied) {
    this.types = types;
    this.methods = methods;
    this.handler = handler;
    this.replacement = replacement;
    this.copied = copied;
  }

  /**
   * @param methods which methods of those classes; abstract and native ones are never woven
   * @param handler binary name of the handler
   */
  public static WeavePoint of(
      TypeSelector types, ElementMatcher<? super MethodDescription> methods, String handler) {
    return new WeavePoint(types, methods, handler, null, false);
  }

  /**
   * A second form, without a handler: some call inside those methods goes to a bootstrap class.
   * Where a method does not make that call it stays as it is.
   *
   * @param methods which methods of those classes make the call
   */
  public static WeavePoint replacingCall(
      TypeSelector types,
      ElementMatcher<? super MethodDescription> methods,
      CallReplacement replacement) {
    return new WeavePoint(types, methods, replacement.replacement(), replacement, false);
  }

  /**
   * A third form, for methods of the JDK that run too often for a dispatch, such as {@code
   * Thread.start}: the advice is copied into them, so it allocates no argument array. Its code may
   * refer to nothing but the JDK and public members of bootstrap.
   *
   * @param advice binary name of a class like a handler, but with {@code inline} left at true
   */
  public static WeavePoint copied(
      TypeSelector types, ElementMatcher<? super MethodDescription> methods, String advice) {
    return new WeavePoint(types, methods, advice, null, true);
  }

  public TypeSelector types() {
    return types;
  }

  public ElementMatcher<? super MethodDescription> methods() {
    return methods;
  }

  /** The handler; of a replaced call, the bootstrap class that is called instead. */
  public String handler() {
    return handler;
  }

  /** Null where a handler sees the methods entered and left. */
  public @Nullable CallReplacement replacement() {
    return replacement;
  }

  /** Whether the handler is an advice that is copied into the methods. */
  public boolean isCopied() {
    return copied;
  }
}
