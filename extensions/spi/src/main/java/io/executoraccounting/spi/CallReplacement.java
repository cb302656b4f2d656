/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

/**
 * One call that a woven method makes, and the static method of a bootstrap class that is called in
 * its place with the same receiver and arguments.
 *
 * <p>For what a handler cannot do: run something around a call in the middle of a JDK method
 * without wrapping an object that the application would see. The static method must make the call
 * it stands for, exactly once, and pass on what it returns or throws.
 */
public final class CallReplacement {
  private final String owner;
  private final String method;
  private final String descriptor;
  private final String replacement;

  private CallReplacement(String owner, String method, String descriptor, String replacement) {
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
    this.replacement = replacement;
  }

  /**
   * @param owner binary name of the class or interface that the call names, for example {@code
   *     java.lang.Runnable}
   * @param descriptor of the method as in the class file, for example {@code ()V}
   * @param replacement binary name of the bootstrap class whose public static method of the same
   *     name takes the receiver (typed {@code owner}) before the arguments
   */
  public static CallReplacement of(
      String owner, String method, String descriptor, String replacement) {
    return new CallReplacement(owner, method, descriptor, replacement);
  }

  public String owner() {
    return owner;
  }

  public String method() {
    return method;
  }

  public String descriptor() {
    return descriptor;
  }

  public String replacement() {
    return replacement;
  }
}
