/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

/** A method that is one turn of an AI agent: {@code com.acme.SupportBot#run}. Immutable. */
public final class EntryPoint {
  private final String className;
  private final String methodName;

  EntryPoint(String className, String methodName) {
    this.className = className;
    this.methodName = methodName;
  }

  /** The binary name. */
  public String className() {
    return className;
  }

  public String methodName() {
    return methodName;
  }

  @Override
  public String toString() {
    return className + "#" + methodName;
  }
}
